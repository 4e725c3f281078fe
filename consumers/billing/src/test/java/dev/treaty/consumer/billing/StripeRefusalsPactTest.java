package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeBody.error;
import static dev.treaty.consumer.billing.StripeExamples.connection;
import static dev.treaty.consumer.billing.StripeExamples.invoice;
import static dev.treaty.consumer.billing.StripeRequest.get;
import static dev.treaty.consumer.billing.StripeRequest.paymentOf;
import static dev.treaty.consumer.billing.StripeRequest.paymentWithoutCurrency;
import static dev.treaty.consumer.billing.StripeRequest.post;
import static dev.treaty.consumer.billing.StripeRequest.postAgain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** What can happen to any request. {@link StripeConnectionTest} tests how often stripe-java retries, which a contract cannot show. */
@Recording
class StripeRefusalsPactTest {

    private static final String REVOKED = "sk_test_revoked";

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact parameterIsMissing(PactDslWithProvider stripe) {
        return post(
                        stripe.given("a customer exists", Map.of("id", "cus_42"))
                                .uponReceiving("a request to create a payment without a currency"),
                        "/v1/payment_intents",
                        "invoice-1998-payment")
                .body(paymentWithoutCurrency("1998", "2000"))
                .willRespondWith()
                .status(400)
                .matchHeader("Request-Id", "req_\\w+", "req_42")
                .body(error("invalid_request_error", "Missing required param: currency.", error -> {
                    error.stringValue("code", "parameter_missing");
                    error.stringValue("param", "currency");
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "parameterIsMissing")
    void a_wrong_request_is_refused_naming_the_parameter(MockServer stripe) {
        var payments = new StripePayments(connection(stripe));

        assertThatThrownBy(() -> payments.create(new Invoice("1998", "cus_42", 2000, null)))
                .hasMessage("""
                        Stripe rejected an invalid request: parameter_missing (currency); its message: Missing required param: currency.
                          where: payment of invoice 1998 at %s, request req_42
                          fix:   correct the request; https://docs.stripe.com/error-codes explains each code""".formatted(stripe.getUrl()))
                .asInstanceOf(type(StripeFailure.WrongRequest.class))
                .returns("currency", failure -> failure.parameter().orElseThrow());
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact keyIsRevoked(PactDslWithProvider stripe) {
        return get(
                        stripe.given("an API key has been revoked", Map.of("key", REVOKED))
                                .uponReceiving("a request for a payment with a revoked API key"),
                        "/v1/payment_intents/pi_42",
                        REVOKED)
                .willRespondWith()
                .status(401)
                .body(error("invalid_request_error", "Invalid API Key provided: sk_test_*****ked", more -> {}))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "keyIsRevoked")
    void a_refused_key_is_not_shown_in_the_error(MockServer stripe) {
        var payments = new StripePayments(connection(stripe, REVOKED));

        assertThatThrownBy(() -> payments.find("pi_42"))
                .isInstanceOf(StripeFailure.KeyRefused.class)
                .hasMessage("""
                        Stripe does not accept the API key (401).
                          where: look at payment pi_42 at %s
                          fix:   use a current secret key with the required permissions from the Stripe dashboard""".formatted(stripe.getUrl()))
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(REVOKED));
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact tooManyRequests(PactDslWithProvider stripe) {
        return postAgain(
                        stripe.given("the rate limit is exceeded", Map.of("key", "invoice-6739-payment"))
                                .uponReceiving("a request to create a payment when the rate limit is exceeded"),
                        "/v1/payment_intents",
                        "invoice-6739-payment")
                .body(paymentOf("6739", "2000"))
                .willRespondWith()
                .status(429)
                .body(error("invalid_request_error", "rate_limit", "Request rate limit exceeded."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void too_many_requests_are_reported_at_once(MockServer stripe) {
        var payments = new StripePayments(connection(stripe));

        assertThatThrownBy(() -> payments.create(invoice("6739", 2000)))
                .hasMessage("""
                        Stripe accepts no more requests for now: rate_limit.
                          where: payment of invoice 6739 at %s
                          fix:   try again in a few seconds, and less often; the idempotency key stays the same""".formatted(stripe.getUrl()))
                .asInstanceOf(type(StripeFailure.RateLimited.class))
                .returns("rate_limit", StripeFailure.RateLimited::code);
    }

    @Pact(consumer = "billing", provider = "stripe")
    V4Pact paymentIsLocked(PactDslWithProvider stripe) {
        return postAgain(
                        stripe.given("a payment is locked by another request", Map.of("id", "pi_46"))
                                .uponReceiving("a request to capture a payment that another request has locked"),
                        "/v1/payment_intents/pi_46/capture",
                        "payment-pi_46-capture")
                .willRespondWith()
                .status(429)
                .headers(Map.of("Stripe-Should-Retry", "true"))
                .body(error(
                        "invalid_request_error",
                        "lock_timeout",
                        "This object cannot be accessed right now because another API request is accessing it."))
                .toPact(V4Pact.class);
    }

    /** The exact idempotency key of the contract proves that the retry sends the same one. */
    @Test
    @PactTestFor(pactMethod = "paymentIsLocked")
    void a_payment_that_stays_locked_is_reported_after_a_retry(MockServer stripe) {
        var payments = new StripePayments(connection(stripe));

        assertThatThrownBy(() -> payments.capture("pi_46"))
                .asInstanceOf(type(StripeFailure.RateLimited.class))
                .returns("lock_timeout", StripeFailure.RateLimited::code);
    }
}
