package dev.treaty.consumer.billing;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.billing.StripeBody.charge;
import static dev.treaty.consumer.billing.StripeBody.payment;
import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.stripe.Stripe;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The webhooks that Stripe posts, as messages whose metadata contain the header {@code Stripe-Signature}. */
@Recording
class StripeWebhooksPactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentSucceeded(PactBuilder stripe) {
        return message(
                stripe.given("a payment exists", Map.of("id", "pi_42", "status", "succeeded")),
                "a payment_intent.succeeded event",
                "payment_intent.succeeded",
                payment -> payment(payment, "pi_42", "succeeded"));
    }

    @Test
    @PactTestFor(pactMethod = "paymentSucceeded", providerType = ProviderType.ASYNCH)
    void a_payment_event_is_read(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new PaymentEvent.Paid("evt_42", new Payment("pi_42", 2000, EURO, Payment.Status.PAID)));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentFailed(PactBuilder stripe) {
        return message(
                stripe.given("a payment has failed", Map.of("declineCode", "insufficient_funds", "id", "pi_42")),
                "a payment_intent.payment_failed event",
                "payment_intent.payment_failed",
                payment -> {
                    payment(payment, "pi_42", "requires_payment_method");
                    payment.object("last_payment_error", error -> {
                        error.stringValue("code", "card_declined");
                        error.stringValue("decline_code", "insufficient_funds");
                        error.stringType("message", "Your card has insufficient funds.");
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "paymentFailed", providerType = ProviderType.ASYNCH)
    void a_failed_payment_event_contains_the_reason(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new PaymentEvent.Failed(
                        "evt_42",
                        new Payment("pi_42", 2000, EURO, Payment.Status.UNPAID),
                        "insufficient_funds",
                        "Your card has insufficient funds."));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact chargeRefunded(PactBuilder stripe) {
        return message(
                stripe.given("a charge is partially refunded", Map.of("id", "ch_42", "amount", 500)),
                "a charge.refunded event",
                "charge.refunded",
                charge -> charge(charge, "ch_42", 500));
    }

    @Test
    @PactTestFor(pactMethod = "chargeRefunded", providerType = ProviderType.ASYNCH)
    void a_refund_event_contains_the_refunded_amount(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new PaymentEvent.Refunded(
                        "evt_42", new LedgerEntry("ch_42", "pi_42", 2000, 500, EURO, Examples.NOW)));
    }

    /** The signature covers the example's bytes, as pact-jvm hands them to the test; a replay must sign again. */
    private static V4Pact message(
            PactBuilder stripe, String description, String type, Consumer<LambdaDslObject> object) {
        var event = newJsonBody(body -> {
                    body.stringMatcher("id", "evt_\\w+", "evt_42");
                    body.stringValue("object", "event");
                    body.stringValue("api_version", Stripe.API_VERSION);
                    body.stringValue("type", type);
                    body.object("data", data -> data.object("object", object));
                })
                .build();
        return stripe.expectsToReceiveMessageInteraction(
                        description,
                        message ->
                                message.withContents(contents -> contents.withMetadata(metadata -> metadata.matchRegex(
                                                StripeSignature.HEADER,
                                                StripeSignature.REGEX,
                                                StripeSignature.of(event.toString(), Examples.NOW)))
                                        .withContent(event)))
                .toPact();
    }

    private static PaymentEvent read(V4Interaction.AsynchronousMessage message) {
        var contents = message.getContents();
        return new StripeWebhooks(StripeSignature.SECRET, Examples.CLOCK)
                .read(
                        contents.getContents().valueAsString(),
                        String.valueOf(contents.getMetadata().get(StripeSignature.HEADER)));
    }
}
