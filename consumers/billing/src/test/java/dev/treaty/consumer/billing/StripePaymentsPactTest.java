package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeBody.error;
import static dev.treaty.consumer.billing.StripeBody.payment;
import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static dev.treaty.consumer.billing.StripeExamples.invoice;
import static dev.treaty.consumer.billing.StripeRequest.get;
import static dev.treaty.consumer.billing.StripeRequest.paymentOf;
import static dev.treaty.consumer.billing.StripeRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class StripePaymentsPactTest {

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsCreated(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a customer exists", Map.of("id", "cus_42"))
                                .uponReceiving("a request to create a payment"),
                        "/v1/payment_intents",
                        "invoice-6735-payment")
                .body(paymentOf("6735", "2000"))
                .willRespondWith()
                .status(200)
                .body(payment("pi_42", "requires_payment_method"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsCreated")
    void a_new_payment_requires_a_payment_method(MockServer stripe) {
        var created = payments(stripe).create(invoice("6735", 2000));

        assertThat(created)
                .isEqualTo(new CreatedPayment(new Payment("pi_42", 2000, EURO, Payment.Status.UNPAID), false));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact reservationIsCreated(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a customer exists", Map.of("id", "cus_42"))
                                .uponReceiving("a request to create a payment with manual capture"),
                        "/v1/payment_intents",
                        "invoice-6736-payment")
                .body(paymentOf("6736", "2000").value("capture_method", "manual"))
                .willRespondWith()
                .status(200)
                .body(payment("pi_43", "requires_payment_method"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reservationIsCreated")
    void the_money_for_an_invoice_can_be_set_aside(MockServer stripe) {
        var created = payments(stripe).createReservation(invoice("6736", 2000));

        assertThat(created.payment()).isEqualTo(new Payment("pi_43", 2000, EURO, Payment.Status.UNPAID));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact reservationIsCaptured(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a payment exists", Map.of("id", "pi_43", "status", "requires_capture"))
                                .uponReceiving("a request to capture a payment"),
                        "/v1/payment_intents/pi_43/capture",
                        "payment-pi_43-capture")
                .willRespondWith()
                .status(200)
                .body(payment("pi_43", "succeeded"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reservationIsCaptured")
    void captured_money_is_paid(MockServer stripe) {
        var payment = payments(stripe).capture("pi_43");

        assertThat(payment).isEqualTo(new Payment("pi_43", 2000, EURO, Payment.Status.PAID));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsCancelled(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a payment exists", Map.of("id", "pi_42", "status", "requires_payment_method"))
                                .uponReceiving("a request to cancel a payment"),
                        "/v1/payment_intents/pi_42/cancel",
                        "payment-pi_42-cancellation")
                .willRespondWith()
                .status(200)
                .body(payment("pi_42", "canceled"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsCancelled")
    void an_unpaid_payment_can_be_cancelled(MockServer stripe) {
        var payment = payments(stripe).cancel("pi_42");

        assertThat(payment).isEqualTo(new Payment("pi_42", 2000, EURO, Payment.Status.CANCELLED));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsRetrieved(PactDslWithProvider stripe) {
        return get(
                        stripe.given("a payment exists", Map.of("id", "pi_42", "status", "succeeded"))
                                .uponReceiving("a request for a payment"),
                        "/v1/payment_intents/pi_42")
                .willRespondWith()
                .status(200)
                .body(payment("pi_42", "succeeded"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsRetrieved")
    void a_payment_is_read_with_its_status(MockServer stripe) {
        var payment = payments(stripe).find("pi_42");

        assertThat(payment).contains(new Payment("pi_42", 2000, EURO, Payment.Status.PAID));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsUnknown(PactDslWithProvider stripe) {
        return get(
                        stripe.given("no payment exists", Map.of("id", "pi_404"))
                                .uponReceiving("a request for a payment that does not exist"),
                        "/v1/payment_intents/pi_404")
                .willRespondWith()
                .status(404)
                .body(error("invalid_request_error", "resource_missing", "No such payment_intent: 'pi_404'"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "paymentIsUnknown")
    void a_payment_that_does_not_exist_is_not_found(MockServer stripe) {
        assertThat(payments(stripe).find("pi_404")).isEmpty();
    }

    private static StripePayments payments(MockServer stripe) {
        return new StripePayments(StripeExamples.connection(stripe));
    }
}
