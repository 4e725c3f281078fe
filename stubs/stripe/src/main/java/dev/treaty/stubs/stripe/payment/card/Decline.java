package dev.treaty.stubs.stripe.payment.card;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Why a card is declined.
 *
 * @param declineCode e.g. {@code "insufficient_funds"}
 * @param code of the error, e.g. {@code "card_declined"}
 * @param param the parameter that is to blame, e.g. {@code "cvc"}; empty if there is none
 * @param adviceCode what may be done about it, e.g. {@code "try_again_later"}; empty if Stripe does not say
 * @param message for the cardholder
 * @see <a href="https://docs.stripe.com/declines/codes">Stripe, decline codes</a>
 */
public record Decline(String declineCode, String code, String param, String adviceCode, String message) {

    private static final Map<String, Decline> DECLINES = Table.rows("declines.tsv").stream()
            .map(Decline::of)
            .collect(toUnmodifiableMap(Decline::declineCode, d -> d));

    /** The decline with this code. */
    public static Decline of(String declineCode) {
        var decline = DECLINES.get(declineCode);
        if (decline == null) {
            throw new IllegalArgumentException("No decline " + declineCode);
        }
        return decline;
    }

    private static Decline of(String[] columns) {
        UnaryOperator<String> text = column -> column.equals("-") ? "" : column;
        return new Decline(columns[0], columns[1], text.apply(columns[2]), text.apply(columns[3]), columns[4]);
    }

    /** Whether Stripe itself blocks the payment, so that the bank never hears of it. */
    public boolean isBlockedByStripe() {
        return declineCode.equals("fraudulent");
    }

    /** What Stripe tells the seller. */
    public String sellerMessage() {
        if (isBlockedByStripe()) {
            return "Stripe blocked this payment as too risky.";
        }
        return declineCode.equals("generic_decline")
                ? "The bank did not return any further details with this decline."
                : "The bank returned the decline code `%s`.".formatted(declineCode);
    }
}
