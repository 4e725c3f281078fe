package dev.treaty.pacts.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The kinds of credentials that a recorded text can give away, and how to tell them from placeholders.
 *
 * <p>Stripe marks live keys with a prefix. Twilio marks nothing: its auth token is 32 hexadecimal digits, which only the name
 * of the field gives away ({@link SecretNames}). A placeholder is recognized by how few different characters it has, e.g.
 * thirty zeros and 42. A webhook's signature is not a credential, because it proves one message only; nor is an account's SID,
 * which starts with AC.
 *
 * @param text what it is, as part of a sentence, e.g. {@code "a live Stripe key"}
 * @param fix what to use instead
 * @param test whether a value is one, given the name of its member
 */
public record SecretKind(String text, String fix, BiPredicate<String, String> test) {

    /** Characters; a shorter webhook secret is a placeholder. */
    private static final int LONG = 24;

    private static final Pattern STRIPE = Pattern.compile("\\b[sr]k_live_\\w");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern BASIC = Pattern.compile("(?i)^Basic +([A-Za-z0-9+/]+=*)$");

    private static final List<SecretKind> ALL = List.of(
            new SecretKind("a live Stripe key", "use a test key such as sk_test_42", SecretKind::isStripeKey),
            new SecretKind(
                    "a Stripe webhook secret", "use a placeholder such as whsec_test", SecretKind::isWebhookSecret),
            new SecretKind("a private key", "keep the key out of the recording", SecretKind::isPrivateKey),
            new SecretKind(
                    "an auth token such as Twilio's",
                    "use a placeholder such as 00000000000000000000000000000042",
                    SecretKind::isAuthToken),
            new SecretKind(
                    "a token signed with a real key",
                    "sign it with a key whose id starts with test-, as Examples.jwt does",
                    SecretKind::isSignedToken));

    /**
     * The kind of credential that a value gives away, if any; also looks into the user and password of Basic authentication (RFC
     * 7617).
     *
     * @param key the name of the header, field or member that has this value
     */
    static Optional<SecretKind> of(String key, String value) {
        var credentials = basicCredentials(value);
        return ALL.stream()
                .filter(kind -> kind.test.test(key, value)
                        || kind.test.test("user", credentials.replaceFirst(":.*", ""))
                        || kind.test.test("auth token", credentials.replaceFirst("^[^:]*:", "")))
                .findFirst();
    }

    private static boolean isStripeKey(String key, String value) {
        return STRIPE.matcher(value).find();
    }

    private static boolean isWebhookSecret(String key, String value) {
        return SecretValues.WEBHOOK_SECRET
                .matcher(value)
                .results()
                .map(secret -> secret.group(1))
                .anyMatch(secret -> secret.length() >= LONG && SecretValues.looksRandom(secret));
    }

    private static boolean isPrivateKey(String key, String value) {
        return SecretValues.PRIVATE_KEY.matcher(value).find();
    }

    private static boolean isAuthToken(String key, String value) {
        return SecretNames.contains(key)
                && !key.toLowerCase(Locale.ROOT).contains("signature")
                && TOKEN.matcher(value).matches()
                && SecretValues.looksRandom(value);
    }

    private static boolean isSignedToken(String key, String value) {
        return SecretValues.JSON_WEB_TOKEN
                .matcher(value)
                .results()
                .flatMap(token -> StrictJson.parse(decoded(token.group(1))).stream())
                .anyMatch(header ->
                        header.has("alg") && !header.path("kid").asText().startsWith("test-"));
    }

    /** User and password, joined by a colon; empty if the value is not Basic authentication. */
    private static String basicCredentials(String value) {
        var basic = BASIC.matcher(value);
        return basic.matches() ? decoded(basic.group(1)) : "";
    }

    private static String decoded(String base64) {
        try {
            var urlSafe = base64.replace('+', '-').replace('/', '_');
            return new String(Base64.getUrlDecoder().decode(urlSafe), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
