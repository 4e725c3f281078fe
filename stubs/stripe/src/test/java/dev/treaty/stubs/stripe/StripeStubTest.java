package dev.treaty.stubs.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.net.Webhook;
import dev.treaty.stubs.matching.interaction.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeStubTest {

    private static final String EVENT = """
            {"id":"evt_42","object":"event","api_version":"%s","type":"charge.refunded","data":{"object":{"id":"ch_42","object":"charge"}}}""".formatted(Stripe.API_VERSION);

    @Test
    void the_sdk_accepts_the_signature_of_a_completed_webhook() throws Exception {
        var completed = new StripeStub().complete(webhook(Map.of("Stripe-Signature", "as recorded")));

        var event = Webhook.constructEvent(
                new String(completed.contents(), UTF_8),
                String.valueOf(completed.metadata().get("Stripe-Signature")),
                StripeStub.WEBHOOK_SECRET);
        assertThat(event.getType()).isEqualTo("charge.refunded");
    }

    @Test
    void a_message_recorded_without_a_signature_stays_unsigned() {
        var message = webhook(Map.of());

        assertThat(new StripeStub().complete(message)).isSameAs(message);
    }

    private static Message webhook(Map<String, Object> metadata) {
        return new Message("a charge was refunded", EVENT.getBytes(UTF_8), "application/json", Map.copyOf(metadata));
    }
}
