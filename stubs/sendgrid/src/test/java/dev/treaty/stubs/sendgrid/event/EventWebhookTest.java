package dev.treaty.stubs.sendgrid.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sendgrid.Method;
import dev.treaty.stubs.matching.interaction.Message;
import dev.treaty.stubs.sendgrid.SendGridStub;
import dev.treaty.stubs.sendgrid.testing.EventReceiver;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventWebhookTest {

    private static final String SETTINGS = "user/webhooks/event/settings";

    private final SendGridAccount account = SendGridAccount.create();
    private final EventReceiver application = EventReceiver.start();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_signed_webhook_has_a_signature_over_time_and_bytes() throws Exception {
        var id = application.registerAt(account);
        var key = account.request(Method.PATCH, SETTINGS + "/signed/" + id, "{\"enabled\": true}");
        assertThat(key.getBody()).contains(SendGridStub.PUBLIC_KEY);
        assertThat(account.get(SETTINGS + "/signed/" + id).path("public_key").asText())
                .isEqualTo(SendGridStub.PUBLIC_KEY);

        account.send("jane@example.org", Map.of());
        account.advance(Duration.ofSeconds(1));

        var received = application.received().get(0);
        assertThat(received.body()).endsWith("}]\r\n");
        assertThat(isSigned(
                        String.valueOf(received.timestamp()),
                        received.body().getBytes(UTF_8),
                        String.valueOf(received.signature())))
                .isTrue();
        assertThat(isSigned("1768469400", received.body().getBytes(UTF_8), String.valueOf(received.signature())))
                .isFalse();
    }

    @Test
    void a_webhook_that_is_not_signed_has_no_signature() {
        application.registerAt(account);
        account.send("jane@example.org", Map.of());
        account.advance(Duration.ofSeconds(1));

        assertThat(application.received()).isNotEmpty().allMatch(received -> received.signature() == null);
    }

    @Test
    void a_webhook_gets_the_events_that_it_asks_for() {
        account.post(SETTINGS, Map.of("enabled", true, "url", application.url(), "delivered", true));
        account.send("jane@example.org", Map.of());
        account.advance(Duration.ofSeconds(1));

        assertThat(application.kinds()).containsExactly("delivered jane@example.org");
    }

    @Test
    void a_webhook_that_is_not_enabled_gets_nothing() {
        var id = application.registerAt(account);
        account.request(Method.PATCH, SETTINGS + "/" + id, "{\"enabled\": false}");
        account.send("jane@example.org", Map.of());
        account.advance(Duration.ofSeconds(1));

        assertThat(application.received()).isEmpty();
    }

    @Test
    void what_is_not_received_is_sent_again_for_a_day_in_pauses_that_grow() {
        application.registerAt(account);
        application.respond(503);
        account.control(Method.POST, "states", Map.of("state", "a mail was sent", "params", Map.of()));
        account.advance(Duration.ofHours(20));
        var after20Hours = application.received().size();
        account.advance(Duration.ofDays(3));

        assertThat(after20Hours).isBetween(8, 14);
        assertThat(application.received().size()).isEqualTo(after20Hours + 1);
        var attempts = account.control(Method.GET, "webhooks", Map.of()).at("/deliveries/0/attempts");
        assertThat(attempts).hasSameSizeAs(application.received());
    }

    @Test
    void what_is_received_in_the_end_is_not_sent_again() {
        application.registerAt(account);
        application.respond(503);
        account.control(Method.POST, "states", Map.of("state", "a mail was sent", "params", Map.of()));
        account.advance(Duration.ofSeconds(30));
        application.respond(204);
        account.advance(Duration.ofDays(2));

        assertThat(application.received()).hasSize(2);
        assertThat(application.received().get(0).body())
                .isEqualTo(application.received().get(1).body());
    }

    @Test
    void a_url_can_be_tested_with_an_event_of_each_kind() {
        var id = application.registerAt(account);
        account.request(Method.PATCH, SETTINGS + "/signed/" + id, "{\"enabled\": true}");

        var tested = account.request(
                Method.POST,
                "user/webhooks/event/test",
                "{\"url\": \"%s\", \"id\": \"%s\"}".formatted(application.url(), id));
        account.advance(Duration.ZERO);

        assertThat(tested.getStatusCode()).isEqualTo(204);
        assertThat(application.events()).hasSize(11);
        assertThat(application.received().get(0).signature()).isNotNull();
        assertThat(account.request(Method.POST, "user/webhooks/event/test", "{}")
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void settings_are_created_listed_changed_and_deleted() {
        var id = application.registerAt(account);
        var webhook = account.get(SETTINGS + "/" + id);
        assertThat(webhook.path("url").asText()).isEqualTo(application.url());
        assertThat(webhook.path("spam_report").asBoolean()).isTrue();
        assertThat(account.get(SETTINGS + "/all").path("webhooks")).hasSize(1);
        assertThat(account.get(SETTINGS).path("id").asText()).isEqualTo(id);
        assertThat(account.request(Method.POST, SETTINGS, "{\"url\": \"nowhere\"}")
                        .getBody())
                .contains("'nowhere' is not a valid url");
        assertThat(account.request(Method.POST, SETTINGS, "{\"url\": \"%s\"}".formatted(application.url()))
                        .getStatusCode())
                .isEqualTo(400);

        assertThat(account.request(Method.DELETE, SETTINGS + "/" + id, "").getStatusCode())
                .isEqualTo(204);

        assertThat(account.request(Method.GET, SETTINGS + "/" + id, "").getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void an_event_of_a_contract_is_signed_when_it_is_asked_for() throws Exception {
        var message = new Message("an event", "[{}]".getBytes(UTF_8), "application/json", Map.of());

        var metadata = new SendGridStub().complete(message).metadata();

        assertThat(isSigned(
                        String.valueOf(metadata.get("X-Twilio-Email-Event-Webhook-Timestamp")),
                        message.contents(),
                        String.valueOf(metadata.get("X-Twilio-Email-Event-Webhook-Signature"))))
                .isTrue();
    }

    private static boolean isSigned(String timestamp, byte[] body, String signature) throws Exception {
        var key = new X509EncodedKeySpec(Base64.getDecoder().decode(SendGridStub.PUBLIC_KEY));
        var verification = Signature.getInstance("SHA256withECDSA");
        verification.initVerify(KeyFactory.getInstance("EC").generatePublic(key));
        verification.update(timestamp.getBytes(UTF_8));
        verification.update(body);
        return verification.verify(Base64.getDecoder().decode(signature));
    }
}
