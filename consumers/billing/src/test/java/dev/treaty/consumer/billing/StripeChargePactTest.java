package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeBody.error;
import static dev.treaty.consumer.billing.StripeBody.payment;
import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static dev.treaty.consumer.billing.StripeRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.FormBody;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The possible results of charging a card: each has its own card, as with Stripe's test cards. */
@Recording
class StripeChargePactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact cardIsCharged(PactDslWithProvider stripe) {
        return confirmation(stripe, "pi_42", "pm_card_visa", "a request to confirm a payment with a card")
                .willRespondWith()
                .status(200)
                .body(payment("pi_42", "succeeded"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cardIsCharged")
    void a_card_pays(MockServer stripe) {
        var charge = payments(stripe).confirm("pi_42", "pm_card_visa", 1);

        assertThat(charge).isEqualTo(new Charge.Paid(new Payment("pi_42", 2000, EURO, Payment.Status.PAID)));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact moneyIsSetAside(PactDslWithProvider stripe) {
        return post(
                        stripe.given(
                                        "a payment exists",
                                        Map.of(
                                                "id",
                                                "pi_43",
                                                "status",
                                                "requires_payment_method",
                                                "capture_method",
                                                "manual"))
                                .uponReceiving("a request to confirm a payment with manual capture"),
                        "/v1/payment_intents/pi_43/confirm",
                        "payment-pi_43-attempt-1")
                .body(FormBody.form().value("payment_method", "pm_card_visa"))
                .willRespondWith()
                .status(200)
                .body(payment("pi_43", "requires_capture"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "moneyIsSetAside")
    void a_reservation_sets_the_money_aside(MockServer stripe) {
        var charge = payments(stripe).confirm("pi_43", "pm_card_visa", 1);

        assertThat(charge).isEqualTo(new Charge.Reserved(new Payment("pi_43", 2000, EURO, Payment.Status.RESERVED)));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact cardIsDeclined(PactDslWithProvider stripe) {
        return confirmation(
                        stripe,
                        "pi_42",
                        "pm_card_chargeDeclined",
                        "a request to confirm a payment with a card that is declined")
                .willRespondWith()
                .status(402)
                .body(declined("generic_decline", "Your card was declined."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cardIsDeclined")
    void a_declined_card_is_a_result_and_not_an_error(MockServer stripe) {
        var charge = payments(stripe).confirm("pi_42", "pm_card_chargeDeclined", 1);

        assertThat(charge).isEqualTo(new Charge.Declined("generic_decline", "Your card was declined."));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact cardHasTooLittleMoney(PactDslWithProvider stripe) {
        return confirmation(
                        stripe,
                        "pi_42",
                        "pm_card_chargeDeclinedInsufficientFunds",
                        "a request to confirm a payment with a card that has insufficient funds")
                .willRespondWith()
                .status(402)
                .body(declined("insufficient_funds", "Your card has insufficient funds."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cardHasTooLittleMoney")
    void a_declined_card_says_why(MockServer stripe) {
        var charge = payments(stripe).confirm("pi_42", "pm_card_chargeDeclinedInsufficientFunds", 1);

        assertThat(charge).isEqualTo(new Charge.Declined("insufficient_funds", "Your card has insufficient funds."));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact cardholderMustAct(PactDslWithProvider stripe) {
        return confirmation(
                        stripe,
                        "pi_42",
                        "pm_card_authenticationRequired",
                        "a request to confirm a payment with a card that requires authentication")
                .willRespondWith()
                .status(200)
                .body(payment("pi_42", "requires_action", payment -> {
                    payment.stringMatcher("client_secret", "pi_\\w+_secret_\\w+", "pi_42_secret_42");
                    payment.object("next_action", action -> action.stringValue("type", "use_stripe_sdk"));
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cardholderMustAct")
    void a_cardholder_may_have_to_act_first(MockServer stripe) {
        var charge = payments(stripe).confirm("pi_42", "pm_card_authenticationRequired", 1);

        var waiting = new Payment("pi_42", 2000, EURO, Payment.Status.WAITS_FOR_CARDHOLDER);
        assertThat(charge).isEqualTo(new Charge.ActionRequired(waiting, "pi_42_secret_42"));
    }

    private static PactDslRequestWithPath confirmation(
            PactDslWithProvider stripe, String payment, String card, String description) {
        return post(
                        stripe.given("a payment exists", Map.of("id", payment, "status", "requires_payment_method"))
                                .uponReceiving(description),
                        "/v1/payment_intents/" + payment + "/confirm",
                        "payment-" + payment + "-attempt-1")
                .body(FormBody.form().value("payment_method", card));
    }

    private static DslPart declined(String declineCode, String message) {
        return error("card_error", message, error -> {
            error.stringValue("code", "card_declined");
            error.stringValue("decline_code", declineCode);
        });
    }

    private static StripePayments payments(MockServer stripe) {
        return new StripePayments(StripeExamples.connection(stripe));
    }
}
