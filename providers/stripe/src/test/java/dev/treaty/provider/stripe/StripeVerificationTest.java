package dev.treaty.provider.stripe;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies Stripe's replay, or with {@code -Dstripe.url=https://api.stripe.com -Dstripe.key=sk_test_…} Stripe itself, in test mode.
 *
 * @see <a href="https://docs.stripe.com/testing">Stripe, testing</a>
 */
@Provider("stripe")
@UnreachableState(state = "the rate limit is exceeded", because = "Stripe does not limit requests on demand")
@UnreachableState(
        state = "a payment is locked by another request",
        because = "two requests cannot be made to collide on demand")
@UnreachableState(state = "charges exist", because = "an account has its own charges")
@UnreachableState(
        state = "an idempotency key has been used for a payment",
        because = "a key belongs to a whole request, and the state does not say which customer that was for")
class StripeVerificationTest extends VendorVerification {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Map<String, Object> FORM = Map.of(
            "amount",
            2000,
            "currency",
            "eur",
            "automatic_payment_methods[enabled]",
            true,
            "automatic_payment_methods[allow_redirects]",
            "never");

    /** Stripe remembers a key for a day, and the recorded keys are the same in every run. */
    private final String run = UUID.randomUUID().toString();

    @Override
    protected String authorization() {
        return "Bearer " + setting("key");
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("key", "sk_test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    protected void adapt(IRequest request) {
        request.getHeaders().computeIfPresent(IDEMPOTENCY_KEY, (name, keys) -> List.of(keys.get(0) + "-" + run));
    }

    @State("a customer exists")
    Map<String, Object> aCustomerExists() {
        return Map.of("id", vendorRequest().post("/v1/customers").path("id"));
    }

    @State("a payment exists")
    Map<String, Object> aPaymentExists(Map<String, Object> payment) {
        var form = new HashMap<String, Object>(FORM);
        if (payment.containsKey("capture_method") || "requires_capture".equals(payment.get("status"))) {
            form.put("capture_method", "manual");
        }
        if (!"requires_payment_method".equals(payment.get("status"))) {
            form.putAll(Map.of("payment_method", "pm_card_visa", "confirm", "true"));
        }
        return Map.of(
                "id",
                vendorRequest().formParams(form).post("/v1/payment_intents").path("id"));
    }

    @State({"no customer exists", "no payment exists", "an API key has been revoked"})
    void alwaysTrue() {}
}
