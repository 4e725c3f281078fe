package dev.treaty.stubs.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import dev.treaty.stubs.junit.GivenState;
import dev.treaty.stubs.junit.StubServer;
import org.junit.jupiter.api.Test;

/**
 * Tests as another repository would write them: with Stripe's own SDK, and nothing of this repository but the stub server and the jar of
 * contracts.
 */
@StubServer("stripe")
class StripeSdkTest {

    /** The contract has two responses to a payment with this key: it is created, or there were too many requests. */
    private static final String CONTESTED = "invoice-6739-payment";

    private final StripeClient stripe;

    StripeSdkTest(String stripe) {
        this.stripe = StripeClient.builder()
                .setApiKey("sk_test_anything")
                .setApiBase(stripe)
                .setMaxNetworkRetries(0)
                .build();
    }

    @Test
    void a_payment_that_nobody_created_is_answered_by_the_contract() {
        assertThatThrownBy(() -> confirm("pm_card_chargeDeclined"))
                .isInstanceOfSatisfying(
                        CardException.class,
                        declined -> assertThat(declined.getCode()).isEqualTo("card_declined"));
    }

    @Test
    @GivenState("a customer exists {\"id\":\"cus_42\"}")
    void a_given_state_is_answered_by_the_contract_and_other_calls_get_a_response_as_well() throws StripeException {
        assertThat(pay(CONTESTED).getStatus()).isEqualTo("requires_payment_method");
        assertThat(confirm("pm_card_visa").getStatus()).isEqualTo("succeeded");
    }

    private PaymentIntent pay(String key) throws StripeException {
        var payment = PaymentIntentCreateParams.builder()
                .setAmount(2_000L)
                .setCurrency("eur")
                .setCustomer("cus_42")
                .putMetadata("invoice", "6739")
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
        return stripe.v1().paymentIntents().create(payment, idempotencyKey(key));
    }

    private PaymentIntent confirm(String card) throws StripeException {
        var with = PaymentIntentConfirmParams.builder().setPaymentMethod(card).build();
        return stripe.v1().paymentIntents().confirm("pi_42", with, idempotencyKey("payment-pi_42-attempt-1"));
    }

    private static RequestOptions idempotencyKey(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
