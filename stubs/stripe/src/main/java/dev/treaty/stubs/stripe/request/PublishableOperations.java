package dev.treaty.stubs.stripe.request;

import dev.treaty.stubs.stripe.error.StripeError;
import java.util.Set;

/**
 * What a browser may do with a publishable key.
 *
 * @see <a href="https://docs.stripe.com/keys">Stripe, API keys</a>
 */
public final class PublishableOperations {

    private static final Set<String> ALLOWED = Set.of(
            "POST /v1/tokens",
            "GET /v1/tokens/{id}",
            "POST /v1/sources",
            "GET /v1/sources/{id}",
            "POST /v1/payment_methods",
            "GET /v1/payment_intents/{id}",
            "POST /v1/payment_intents/{id}/confirm",
            "POST /v1/payment_intents/{id}/verify_microdeposits",
            "GET /v1/setup_intents/{id}",
            "POST /v1/setup_intents/{id}/confirm",
            "POST /v1/setup_intents/{id}/verify_microdeposits");

    private PublishableOperations() {}

    /**
     * Refuses a publishable key where a secret one is required.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 403
     */
    public static void check(ApiKey key, String route) {
        if (key.isPublishable() && !ALLOWED.contains(route)) {
            throw StripeError.forbidden(
                            "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.")
                    .code("secret_key_required")
                    .refusal();
        }
    }
}
