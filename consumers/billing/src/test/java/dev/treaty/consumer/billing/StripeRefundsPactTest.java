package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeBody.refund;
import static dev.treaty.consumer.billing.StripeRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.FormBody;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class StripeRefundsPactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsRefunded(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a payment exists", Map.of("id", "pi_42", "status", "succeeded"))
                                .uponReceiving("a request to refund a payment in full"),
                        "/v1/refunds",
                        "credit-note-G-17-refund")
                .body(creditNote("G-17"))
                .willRespondWith()
                .status(200)
                .body(refund(2000))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsRefunded")
    void a_payment_is_refunded_in_full(MockServer stripe) {
        var refund = refunds(stripe).refund(CreditNote.full("G-17", "pi_42"));

        assertThat(refund).isEqualTo(new Refund("re_42", 2000, Refund.Status.DONE));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsPartlyRefunded(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a payment exists", Map.of("id", "pi_42", "status", "succeeded"))
                                .uponReceiving("a request to refund part of a payment"),
                        "/v1/refunds",
                        "credit-note-G-18-refund")
                .body(creditNote("G-18").matching("amount", "\\d+", "500"))
                .willRespondWith()
                .status(200)
                .body(refund(500))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsPartlyRefunded")
    void part_of_a_payment_is_refunded(MockServer stripe) {
        var refund = refunds(stripe).refund(CreditNote.partial("G-18", "pi_42", 500));

        assertThat(refund).isEqualTo(new Refund("re_42", 500, Refund.Status.DONE));
    }

    private static FormBody creditNote(String number) {
        return FormBody.form()
                .matching("payment_intent", "pi_\\w+", "pi_42")
                .value("reason", "requested_by_customer")
                .matching("metadata[credit_note]", ".+", number);
    }

    private static StripeRefunds refunds(MockServer stripe) {
        return new StripeRefunds(StripeExamples.connection(stripe));
    }
}
