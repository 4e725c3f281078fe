package dev.treaty.stubs.stripe.event;

import dev.treaty.stubs.stripe.error.StripeError;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of Stripe's API. The replay answers with the same objects whatever version is asked for.
 *
 * @see <a href="https://docs.stripe.com/api/versioning">Stripe, versioning</a>
 */
public final class ApiVersion {

    /** Of requests and responses. */
    public static final String HEADER = "Stripe-Version";

    /** The account's version: that of stripe-java, so that its webhooks can be read with it. */
    public static final String DEFAULT = "2026-07-29.dahlia";

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])(\\.[a-z]+)?(\\s*;\\s*[a-z0-9_=]+)*");

    private ApiVersion() {}

    /**
     * Refuses what is not a version.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400
     */
    public static void check(Optional<String> version) {
        if (version.isPresent() && !isVersion(version.get())) {
            throw StripeError.invalid("Invalid Stripe API version: " + version.get())
                    .refusal();
        }
    }

    /** The version that a response has: the one that was asked for. */
    public static String of(Optional<String> version) {
        return version.filter(ApiVersion::isVersion).orElse(DEFAULT);
    }

    private static boolean isVersion(String text) {
        return text.equals(DEFAULT) || FORM.matcher(text).matches();
    }
}
