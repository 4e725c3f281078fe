package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeBody.error;
import static dev.treaty.consumer.billing.StripeBody.payment;
import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static dev.treaty.consumer.billing.StripeExamples.invoice;
import static dev.treaty.consumer.billing.StripeRequest.paymentOf;
import static dev.treaty.consumer.billing.StripeRequest.postAgain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when billing requests the payment of an invoice a second time. */
@Recording
class StripeIdempotencyPactTest {

    private static final String USED = "an idempotency key has been used for a payment";

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact responseIsReplayed(PactDslWithProvider stripe) {
        return postAgain(
                        stripe.given(USED, Map.of("key", "invoice-6737-payment", "id", "pi_44", "amount", 2000))
                                .uponReceiving("a request to create a payment again with the same idempotency key"),
                        "/v1/payment_intents",
                        "invoice-6737-payment")
                .body(paymentOf("6737", "2000"))
                .willRespondWith()
                .status(200)
                .headers(Map.of("Idempotent-Replayed", "true"))
                .body(payment("pi_44", "requires_payment_method"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "responseIsReplayed")
    void an_invoice_gets_one_payment_however_often_it_is_requested(MockServer stripe) {
        var created = payments(stripe).create(invoice("6737", 2000));

        assertThat(created)
                .isEqualTo(new CreatedPayment(new Payment("pi_44", 2000, EURO, Payment.Status.UNPAID), true));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact keyIsReused(PactDslWithProvider stripe) {
        return postAgain(
                        stripe.given(USED, Map.of("key", "invoice-6738-payment", "id", "pi_45", "amount", 2000))
                                .uponReceiving(
                                        "a request to create a payment of a different amount with the same idempotency key"),
                        "/v1/payment_intents",
                        "invoice-6738-payment")
                .body(paymentOf("6738", "2500"))
                .willRespondWith()
                .status(400)
                .body(error(
                        "idempotency_error",
                        "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                        more -> {}))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "keyIsReused")
    void an_invoice_whose_amount_changed_gets_no_second_payment(MockServer stripe) {
        var payments = payments(stripe);

        assertThatThrownBy(() -> payments.create(invoice("6738", 2500)))
                .isInstanceOf(StripeFailure.KeyReused.class)
                .hasMessage("""
                        Stripe knows this idempotency key from a request with other parameters; its message: Keys for idempotent requests can only be used with the same parameters they were first used with.
                          where: payment of invoice 6738 at %s
                          fix:   check what the first request did; a different request needs a different number""".formatted(stripe.getUrl()));
    }

    private static StripePayments payments(MockServer stripe) {
        return new StripePayments(StripeExamples.connection(stripe));
    }
}
