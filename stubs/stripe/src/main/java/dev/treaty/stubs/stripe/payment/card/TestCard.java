package dev.treaty.stubs.stripe.payment.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A card of Stripe's test mode, and what happens to those who use it.
 *
 * @param number without spaces
 * @param brand e.g. {@code "visa"}
 * @param funding {@code "credit"}, {@code "debit"} or {@code "prepaid"}
 * @param country of the bank, ISO 3166-1 alpha-2
 * @param names after {@code pm_card_} and {@code tok_}; empty if the page gives only the number
 * @param effects what is unusual about it, by name; without a value, an empty text
 * @see <a href="https://docs.stripe.com/testing">Stripe, testing</a>
 */
public record TestCard(
        String number, String brand, String funding, String country, List<String> names, Map<String, String> effects) {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int FINGERPRINT_LENGTH = 16;

    public TestCard {
        names = List.copyOf(names);
        effects = Map.copyOf(effects);
    }

    /** By which {@link TestCards#byKey} finds it again. */
    public String key() {
        return names.isEmpty() ? number : names.get(0);
    }

    /** Why each payment is declined. */
    public Optional<Decline> decline() {
        return effect("decline").map(Decline::of);
    }

    /** Why it cannot be attached to a customer. Of the cards that decline, few can. */
    public Optional<Decline> attachmentDecline() {
        return effects.containsKey("attaches") ? Optional.empty() : decline();
    }

    /** When it asks for 3-D Secure. */
    public Authentication authentication() {
        return effect("authentication")
                .map(name -> Authentication.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Authentication.NOT_ENROLLED);
    }

    /** The result of the check of {@code "cvc"}, {@code "line1"} or {@code "postal_code"} if that was given: {@code "pass"}, {@code "fail"}, … */
    public String check(String part) {
        return effect(part).orElse("pass");
    }

    /** {@code "normal"}, {@code "elevated"} or {@code "highest"}. */
    public String riskLevel() {
        return effect("risk").orElse("normal");
    }

    /** What a payment is disputed for, {@code "inquiry"}, or {@code "early_fraud_warning"}. */
    public Optional<String> dispute() {
        return effect("dispute");
    }

    /** What becomes of its refunds: {@code "pending"} (they succeed later), or {@code "fails"} (later). */
    public Optional<String> refund() {
        return effect("refund");
    }

    /** Whether its payments can be paid out at once. */
    public boolean isAvailableAtOnce() {
        return effects.containsKey("balance");
    }

    /** Networks that can process it, the brand's own last. */
    public List<String> networks() {
        return effect("network").map(network -> List.of(network, brand)).orElse(List.of(brand));
    }

    /** The last four digits. */
    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** The same for the same number, in every account. */
    public String fingerprint() {
        return fingerprint(number);
    }

    /** A text of letters and digits that identifies a number without giving it away. */
    public static String fingerprint(String number) {
        try {
            var digest = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(number.getBytes(US_ASCII)));
            var fingerprint = new StringBuilder();
            for (var i = 0; i < FINGERPRINT_LENGTH; i++) {
                var parts = digest.divideAndRemainder(BigInteger.valueOf(LETTERS.length()));
                fingerprint.append(LETTERS.charAt(parts[1].intValue()));
                digest = parts[0];
            }
            return fingerprint.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Optional<String> effect(String name) {
        return Optional.ofNullable(effects.get(name));
    }
}
