package dev.treaty.consumer.customermail.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.recording.Examples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventWebhookTest {

    private static final String NOW = String.valueOf(Examples.NOW.getEpochSecond());

    private final WebhookSigner sendGrid = new WebhookSigner();
    private final List<String> handled = new ArrayList<>();
    private final EventWebhook webhook = new EventWebhook(
            sendGrid.key(), new InMemorySeenEvents(Duration.ofDays(2), Examples.CLOCK), Examples.CLOCK);

    @Test
    void an_event_that_arrives_again_is_handled_once() {
        assertThat(receive(events("e1", "e2"))).isEqualTo(new WebhookResult.Handled(2));
        assertThat(receive(events("e2", "e3", "e3"))).isEqualTo(new WebhookResult.Handled(1));

        assertThat(handled).containsExactly("e1", "e2", "e3");
    }

    @Test
    void an_event_whose_handler_failed_is_handled_when_it_arrives_again() {
        var body = events("e1");
        assertThatThrownBy(() -> webhook.handle(body, sendGrid.sign(NOW, body), NOW, event -> {
                    throw new IllegalStateException("The database is away");
                }))
                .hasMessage("The database is away");

        receive(body);

        assertThat(handled).containsExactly("e1");
    }

    @Test
    void a_body_without_its_line_break_is_forged() {
        var signature = sendGrid.sign(NOW, events("e1"));
        var rewritten = new String(events("e1"), UTF_8).strip().getBytes(UTF_8);

        assertThat(webhook.handle(rewritten, signature, NOW, this::handle)).isEqualTo(new WebhookResult.Forged());
        assertThat(handled).isEmpty();
    }

    @Test
    void another_time_than_the_signed_one_is_forged() {
        var body = events("e1");

        assertThat(webhook.handle(body, sendGrid.sign(NOW, body), "1768469401", this::handle))
                .isEqualTo(new WebhookResult.Forged());
    }

    @Test
    void another_key_is_forged() {
        var body = events("e1");

        assertThat(webhook.handle(body, new WebhookSigner().sign(NOW, body), NOW, this::handle))
                .isEqualTo(new WebhookResult.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA", "MEUCIQ=="})
    void what_is_not_a_signature_is_forged(String signature) {
        assertThat(webhook.handle(events("e1"), signature, NOW, this::handle)).isEqualTo(new WebhookResult.Forged());
    }

    @Test
    void no_signature_and_no_time_are_forged() {
        var body = events("e1");

        assertThat(webhook.handle(body, null, NOW, this::handle)).isEqualTo(new WebhookResult.Forged());
        assertThat(webhook.handle(body, sendGrid.sign(NOW, body), null, this::handle))
                .isEqualTo(new WebhookResult.Forged());
        assertThat(webhook.handle(body, sendGrid.sign("now", body), "now", this::handle))
                .isEqualTo(new WebhookResult.Forged());
    }

    @ParameterizedTest
    @CsvSource({"PT24H, true", "PT25H, true", "PT25H1S, false", "-PT5M, true", "-PT5M1S, false"})
    void a_webhook_may_be_a_day_old(Duration age, boolean isAccepted) {
        var body = events("e1");
        var timestamp = String.valueOf(Examples.NOW.minus(age).getEpochSecond());

        var result = webhook.handle(body, sendGrid.sign(timestamp, body), timestamp, this::handle);

        assertThat(result).isEqualTo(isAccepted ? new WebhookResult.Handled(1) : new WebhookResult.Stale(age));
    }

    @Test
    void seen_events_are_forgotten_in_time() {
        var clock = new SettableClock();
        var seen = new InMemorySeenEvents(Duration.ofHours(1), clock);

        assertThat(seen.isNew("e1")).isTrue();
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(seen.isNew("e1")).isFalse();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(seen.isNew("e1")).isTrue();
    }

    @Test
    void a_bounce_without_a_message_and_an_unknown_event_are_read() {
        receive("""
                [{"event": "bounce", "type": "blocked", "email": "jane@example.org", "timestamp": 1768469400, "sg_event_id": "late"},
                 {"event": "group_unsubscribe", "asm_group_id": 7, "email": "jane@example.org", "timestamp": 1768469400, "sg_event_id": "group"},
                 {"event": "machine_open", "email": "jane@example.org", "timestamp": 1768469400, "sg_event_id": "new"}]
                """.getBytes(UTF_8));

        assertThat(handled).containsExactly("late", "group", "new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}       | A webhook that SendGrid signed is not a JSON array.
            nonsense | A webhook that SendGrid signed is not a JSON array.
            [{}]     | A webhook that SendGrid signed has an event without sg_event_id.
            """)
    void what_is_signed_and_has_no_events_is_an_error(String body, String message) {
        assertThatThrownBy(() -> receive(body.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_text_that_is_not_a_key_is_an_error_that_does_not_show_it() {
        assertThatThrownBy(() -> WebhookKey.of("SG.secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A text is not the public key of an event webhook.")
                .hasMessageNotContaining("SG.secret");
    }

    private WebhookResult receive(byte[] body) {
        return webhook.handle(body, sendGrid.sign(NOW, body), NOW, this::handle);
    }

    private void handle(MailEvent event) {
        handled.add(event.about().id());
    }

    private static byte[] events(String... ids) {
        var events = new ArrayList<String>();
        for (var id : ids) {
            events.add(
                    "{\"event\":\"delivered\",\"email\":\"jane@example.org\",\"timestamp\":1768469400,\"sg_event_id\":\"%s\"}"
                            .formatted(id));
        }
        return ("[" + String.join(",\r\n", events) + "]\r\n").getBytes(UTF_8);
    }

    private static final class SettableClock extends Clock {

        private Instant now = Examples.NOW;

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
