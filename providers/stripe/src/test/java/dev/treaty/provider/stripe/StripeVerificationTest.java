package dev.treaty.provider.stripe;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.verification.VendorVerification;
import dev.treaty.provider.verification.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Holds Stripe's replay to its contracts, or with {@code -Dstripe.url=https://api.stripe.com -Dstripe.key=sk_test_…} Stripe
 * itself, in test mode.
 *
 * @see <a href="https://docs.stripe.com/testing">Stripe, testing</a>
 */
@Provider("stripe")
@UnreachableState(
        state = "the account has no requests left when the idempotency key comes",
        because = "Stripe limits nobody on demand")
@UnreachableState(state = "another request holds the payment", because = "two requests do not meet on demand")
@UnreachableState(state = "charges exist, one of them declined", because = "an account has charges of its own")
@UnreachableState(
        state = "an idempotency key belongs to a payment",
        because = "the key belongs to the whole request, and the state does not say what its customer is")
class StripeVerificationTest extends VendorVerification {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Stripe remembers a key for a day, and the recorded keys are the same in every run. */
    private final String run = UUID.randomUUID().toString();

    @Override
    protected String authorization() {
        return "Bearer " + setting("key");
    }

    @Override
    protected void adapt(IRequest request) {
        request.getHeaders().computeIfPresent(IDEMPOTENCY_KEY, (name, keys) -> List.of(keys.get(0) + "-" + run));
    }

    @State("a customer exists")
    Map<String, Object> aCustomerExists() {
        return Map.of("id", sandboxRequest().post("/v1/customers").path("id"));
    }

    @State("a payment waits for a card")
    Map<String, Object> aPaymentWaitsForACard() {
        return payment(Map.of());
    }

    @State("a payment that sets the money aside waits for a card")
    Map<String, Object> aPaymentThatSetsTheMoneyAsideWaitsForACard() {
        return payment(Map.of("capture_method", "manual"));
    }

    @State("the money for a payment is set aside")
    Map<String, Object> theMoneyForAPaymentIsSetAside() {
        return payment(Map.of("capture_method", "manual", "payment_method", "pm_card_visa", "confirm", "true"));
    }

    @State("a payment is paid")
    Map<String, Object> aPaymentIsPaid() {
        return payment(Map.of("payment_method", "pm_card_visa", "confirm", "true"));
    }

    @State({"no customer has the number", "no payment has the id", "an API key is revoked"})
    void itIsAlwaysSo() {}

    private Map<String, Object> payment(Map<String, String> more) {
        return Map.of(
                "id",
                sandboxRequest()
                        .formParam("amount", 2000)
                        .formParam("currency", "eur")
                        .formParam("automatic_payment_methods[enabled]", true)
                        .formParam("automatic_payment_methods[allow_redirects]", "never")
                        .formParams(more)
                        .post("/v1/payment_intents")
                        .path("id"));
    }
}
