package dev.treaty.stubs.stripe.request;

import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.AccountNames;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key of a request. Every test key is accepted, unless its name says that it is not: {@code sk_test_revoked}, {@code
 * sk_test_expired}, {@code sk_test_invalid}. Keys with the same text after {@code sk_test_}, {@code rk_test_} and {@code pk_test_}
 * belong to the same account.
 *
 * @param kind {@code "sk"}, {@code "rk"} or {@code "pk"}
 * @param suffix what follows {@code _test_}
 * @see <a href="https://docs.stripe.com/keys">Stripe, API keys</a>
 */
public record ApiKey(String kind, String suffix) {

    private static final Set<String> KINDS = Set.of("sk", "rk", "pk");
    private static final int KIND_LENGTH = 2;
    private static final String TEST = "_test_";
    private static final String LIVE = "_live_";
    private static final Pattern CONNECTED = Pattern.compile("acct_[A-Za-z0-9]{1,64}");
    private static final Set<String> NOT_VALID = Set.of("revoked", "invalid");

    /**
     * The key of a request, as bearer token or as the user of Basic authentication.
     *
     * @throws VendorError 401 if it is missing or not a valid test key
     */
    public static ApiKey of(VendorRequest request) {
        var text = request.bearerToken()
                .or(() -> request.basicCredentials().map(VendorRequest.BasicCredentials::user))
                .filter(key -> !key.isBlank());
        if (text.isEmpty()) {
            throw StripeError.unauthenticated(
                            "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.")
                    .header("WWW-Authenticate", "Bearer realm=\"Stripe\"")
                    .refusal();
        }
        return parse(text.get());
    }

    private static ApiKey parse(String text) {
        var isLive = text.startsWith(LIVE, KIND_LENGTH);
        var suffix = isLive || text.startsWith(TEST, KIND_LENGTH) ? text.substring(KIND_LENGTH + TEST.length()) : "";
        if (!isName(suffix) || !KINDS.contains(text.substring(0, KIND_LENGTH))) {
            throw invalid(text);
        }
        if (isLive) {
            throw StripeError.unauthenticated(
                            "The stub server accepts test keys only, and this is a live one: %s. Keep it away from test environments."
                                    .formatted(redacted(text)))
                    .refusal();
        }
        if (NOT_VALID.contains(suffix)) {
            throw invalid(text);
        }
        if (suffix.equals("expired")) {
            throw StripeError.unauthenticated("Expired API Key provided: " + redacted(text))
                    .code("api_key_expired")
                    .refusal();
        }
        return new ApiKey(text.substring(0, KIND_LENGTH), suffix);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }

    private static VendorError invalid(String text) {
        return StripeError.unauthenticated("Invalid API Key provided: " + redacted(text))
                .refusal();
    }

    /** The prefix and the last four characters. */
    private static String redacted(String text) {
        var prefix =
                Optional.of(text.lastIndexOf('_') + 1).filter(end -> end <= 8).orElse(8);
        var start = Math.min(prefix, text.length());
        var end = Math.max(start, text.length() - 4);
        var shown = end - start < 2 ? text.length() : end;
        return text.substring(0, start) + "*".repeat(shown - start) + text.substring(shown);
    }

    /** Whether it is for browsers. */
    public boolean isPublishable() {
        return kind.equals("pk");
    }

    /**
     * The account that a request is for: the key's, or the one connected to it that the header {@code Stripe-Account} names.
     *
     * @throws VendorError 403 if the header names no account
     */
    public String account(VendorRequest request) {
        var connected = request.header("Stripe-Account").filter(id -> !id.isEmpty());
        if (connected.isEmpty() || connected.get().equals(account())) {
            return account();
        }
        if (!CONNECTED.matcher(connected.get()).matches()) {
            throw StripeError.forbidden(
                            "The provided key does not have access to account '%s' (or that account does not exist). Application access may have been revoked."
                                    .formatted(connected.get()))
                    .code("account_invalid")
                    .refusal();
        }
        return account() + "-" + connected.get();
    }

    /** The id of the key's account, e.g. {@code "acct_3f8a1c…"}; says nothing about the key. */
    public String account() {
        return "acct_" + AccountNames.of("stripe " + suffix);
    }
}
