package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeExamples.API_KEY;
import static dev.treaty.consumer.billing.StripeExamples.account;
import static dev.treaty.consumer.billing.StripeExamples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.billing.FakeStripe.CannedResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What billing does when Stripe does not respond, or requests a retry. */
class StripeConnectionTest {

    @Test
    void silence_ends_with_the_read_time_out() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var hasty = new StripeAccount(url, API_KEY, Duration.ofMillis(200), Duration.ofMillis(200), 0);
            var payments = new StripePayments(new StripeConnection(hasty));

            assertThatThrownBy(() -> payments.find("pi_42"))
                    .isInstanceOf(StripeFailure.Unavailable.class)
                    .hasMessage("""
                            Stripe did not respond: Read timed out.
                              where: look at payment pi_42 at %s
                              fix:   try again later: the idempotency key stays the same, so nothing happens twice; https://status.stripe.com""".formatted(url));
        }
    }

    @Test
    void a_request_for_a_locked_payment_is_repeated_with_the_same_idempotency_key() throws IOException {
        var locked = CannedResponse.error(429, "lock_timeout", Map.of("Stripe-Should-Retry", "true"));
        try (var stripe = new FakeStripe(locked, CannedResponse.payment("succeeded"))) {
            var payment = payments(stripe, 1).capture("pi_42");

            assertThat(payment.status()).isEqualTo(Payment.Status.PAID);
            assertThat(stripe.idempotencyKeys()).containsExactly("payment-pi_42-capture", "payment-pi_42-capture");
        }
    }

    @Test
    void a_request_is_repeated_after_a_server_error_with_the_same_idempotency_key() throws IOException {
        var error = CannedResponse.error(500, "internal", Map.of());
        try (var stripe = new FakeStripe(error, CannedResponse.payment("requires_payment_method"))) {
            payments(stripe, 1).create(invoice("6735", 2000));

            assertThat(stripe.idempotencyKeys()).containsExactly("invoice-6735-payment", "invoice-6735-payment");
        }
    }

    @Test
    void a_request_over_the_limit_is_not_repeated() throws IOException {
        try (var stripe = new FakeStripe(
                CannedResponse.error(429, "rate_limit", Map.of()), CannedResponse.payment("succeeded"))) {
            var payments = payments(stripe, 1);

            assertThatThrownBy(() -> payments.capture("pi_42")).isInstanceOf(StripeFailure.RateLimited.class);
            assertThat(stripe.idempotencyKeys()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Gateway</html>", "{\"error\": {\"type\": \"api_error\"}}"})
    void a_server_error_is_reported_whatever_its_body(String body) throws IOException {
        try (var stripe = new FakeStripe(CannedResponse.of(502, body))) {
            var payments = payments(stripe, 0);

            assertThatThrownBy(() -> payments.find("pi_42")).isInstanceOf(StripeFailure.Unavailable.class);
        }
    }

    @Test
    void a_card_that_is_declined_at_the_capture_is_a_failure() throws IOException {
        try (var stripe = new FakeStripe(CannedResponse.error(402, "expired_card", Map.of()))) {
            var payments = payments(stripe, 0);

            assertThatThrownBy(() -> payments.capture("pi_42"))
                    .isInstanceOf(StripeFailure.CardDeclined.class)
                    .hasMessage("""
                            The card was declined: expired_card; Stripe's message: No.
                              where: capture of payment pi_42 at %s
                              fix:   ask the customer for another card""".formatted(stripe.url()));
        }
    }

    @Test
    void a_new_status_is_reported() throws IOException {
        try (var stripe = new FakeStripe(CannedResponse.payment("requires_patience"))) {
            var payments = payments(stripe, 0);

            assertThatThrownBy(() -> payments.find("pi_42"))
                    .isInstanceOf(StripeFailure.UnexpectedResponse.class)
                    .hasMessage("""
                            Stripe sent a response that billing does not understand: status requires_patience.
                              where: payment pi_42
                              fix:   look the object up in the Stripe dashboard before trying again, and add the case to billing""");
        }
    }

    @Test
    void an_action_that_leads_away_from_the_payment_page_is_reported() throws IOException {
        var redirect = CannedResponse.of(200, """
                {"id": "pi_42", "object": "payment_intent", "amount": 2000, "currency": "eur",
                 "status": "requires_action", "next_action": {"type": "redirect_to_url"}}""");
        try (var stripe = new FakeStripe(redirect)) {
            var payments = payments(stripe, 0);

            assertThatThrownBy(() -> payments.confirm("pi_42", "pm_card_visa", 1))
                    .isInstanceOf(StripeFailure.UnexpectedResponse.class)
                    .hasMessageContaining("next action redirect_to_url");
        }
    }

    private static StripePayments payments(FakeStripe stripe, int retries) {
        return new StripePayments(new StripeConnection(account(stripe.url(), API_KEY, retries)));
    }
}
