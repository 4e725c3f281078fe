package dev.treaty.consumer.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import dev.treaty.consumer.recording.Examples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which webhooks billing trusts; {@link StripeWebhooksPactTest} tests what it reads in them. */
class StripeWebhooksTest {

    private static final String PAYMENT_MADE = event("payment_intent.succeeded", Stripe.API_VERSION);

    private final StripeWebhooks webhooks = new StripeWebhooks(StripeSignature.SECRET, Examples.CLOCK);

    @Test
    void a_body_that_was_changed_is_refused() {
        var signature = StripeSignature.of(PAYMENT_MADE, Examples.NOW);

        assertThatThrownBy(() -> webhooks.read(PAYMENT_MADE.replace("2000", "1"), signature))
                .isInstanceOf(WebhookRefused.class)
                .hasMessage("""
                        A webhook is not proven to come from Stripe: its signature is wrong or old (No signatures found matching the expected signature for payload).
                          where: the header Stripe-Signature
                          fix:   compare the signing secret with the endpoint's in the Stripe dashboard, and this machine's clock; if both are right, somebody else sent it""");
    }

    @Test
    void another_secret_is_refused() {
        var others = new StripeWebhooks("whsec_other", Examples.CLOCK);
        var signature = StripeSignature.of(PAYMENT_MADE, Examples.NOW);

        assertThatThrownBy(() -> others.read(PAYMENT_MADE, signature)).isInstanceOf(WebhookRefused.class);
    }

    @Test
    void a_signature_older_than_five_minutes_is_refused() {
        var signature = StripeSignature.of(
                PAYMENT_MADE, Examples.NOW.minus(Duration.ofMinutes(5).plusSeconds(1)));

        assertThatThrownBy(() -> webhooks.read(PAYMENT_MADE, signature))
                .isInstanceOf(WebhookRefused.class)
                .hasMessageContaining("Timestamp outside the tolerance zone");
    }

    @Test
    void a_signature_that_is_five_minutes_old_is_accepted() {
        var signature = StripeSignature.of(PAYMENT_MADE, Examples.NOW.minus(Duration.ofMinutes(5)));

        assertThat(webhooks.read(PAYMENT_MADE, signature)).isInstanceOf(PaymentEvent.Paid.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t", "t=now,v1=00", "t=1768469400", "v1=00", "Bearer sk_test_42"})
    void a_signature_that_is_missing_or_malformed_is_refused(String signature) {
        assertThatThrownBy(() -> webhooks.read(PAYMENT_MADE, signature)).isInstanceOf(WebhookRefused.class);
    }

    @Test
    void an_event_of_another_api_version_cannot_be_read() {
        var old = event("payment_intent.succeeded", "2020-08-27");
        var signature = StripeSignature.of(old, Examples.NOW);

        assertThatThrownBy(() -> webhooks.read(old, signature))
                .isInstanceOf(UnreadableWebhook.class)
                .hasMessage("""
                        A webhook from Stripe cannot be read: it is of API version 2020-08-27.
                          where: event evt_42 of type payment_intent.succeeded
                          fix:   set the webhook endpoint to API version %s and to snapshot events""".formatted(Stripe.API_VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"object\": \"v2.core.event\"}"})
    void a_body_that_is_not_an_event_cannot_be_read(String body) {
        var signature = StripeSignature.of(body, Examples.NOW);

        assertThatThrownBy(() -> webhooks.read(body, signature)).isInstanceOf(UnreadableWebhook.class);
    }

    @Test
    void an_irrelevant_event_is_recognized_by_its_type() {
        var created = event("payment_intent.created", Stripe.API_VERSION);

        var event = webhooks.read(created, StripeSignature.of(created, Examples.NOW));

        assertThat(event).isEqualTo(new PaymentEvent.Other("evt_42", "payment_intent.created"));
    }

    private static String event(String type, String apiVersion) {
        return """
                {"id": "evt_42", "object": "event", "api_version": "%s", "type": "%s",
                 "data": {"object": {"id": "pi_42", "object": "payment_intent", "amount": 2000,
                                     "currency": "eur", "status": "succeeded"}}}""".formatted(apiVersion, type);
    }
}
