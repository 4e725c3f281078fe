package dev.treaty.stubs.sendgrid.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sendgrid.Method;
import dev.treaty.stubs.sendgrid.testing.EventReceiver;
import dev.treaty.stubs.sendgrid.testing.SendGridAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of mail, and what that means for the next one. */
class MailLifeTest {

    private final SendGridAccount account = SendGridAccount.create();
    private final EventReceiver application = EventReceiver.start();

    @BeforeEach
    void register() {
        application.registerAt(account);
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_mail_is_accepted_processed_and_delivered() {
        var accepted = account.send(
                "jane@example.org",
                Map.of("categories", List.of("invoice"), "custom_args", Map.of("reference", "invoice-42")));

        assertThat(accepted.getStatusCode()).isEqualTo(202);
        assertThat(accepted.getBody()).isEmpty();
        var messageId = accepted.getHeaders().get("X-Message-Id");
        assertThat(messageId).matches("[A-Za-z0-9_-]{22}");
        account.advance(Duration.ofSeconds(1));
        assertThat(application.kinds()).containsExactly("processed jane@example.org", "delivered jane@example.org");
        var delivered = application.events().get(1);
        assertThat(delivered.path("reference").asText()).isEqualTo("invoice-42");
        assertThat(delivered.path("category")).hasToString("[\"invoice\"]");
        assertThat(delivered.path("sg_message_id").asText()).startsWith(messageId + ".");
        assertThat(delivered.path("sg_event_id").asText()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void all_recipients_of_a_moment_are_in_one_request() {
        account.sendTo(
                Map.of(
                        "to", List.of(Map.of("email", "a@example.org"), Map.of("email", "b@example.org")),
                        "cc", List.of(Map.of("email", "c@example.org")),
                        "bcc", List.of(Map.of("email", "d@example.org"))),
                Map.of());
        account.advance(Duration.ofSeconds(1));

        assertThat(application.received()).hasSize(2);
        assertThat(application.kinds())
                .containsExactly(
                        "processed a@example.org",
                        "processed b@example.org",
                        "processed c@example.org",
                        "processed d@example.org",
                        "delivered a@example.org",
                        "delivered b@example.org",
                        "delivered c@example.org",
                        "delivered d@example.org");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bounce@example.org      | bounce                         | bounces      | Bounced Address
            spam+7@example.org      | delivered spamreport           | spam_reports | Spam Reporting Address
            unsubscribe@example.org | delivered unsubscribe          | unsubscribes | Unsubscribed Address
            """)
    void an_address_that_is_suppressed_gets_no_further_mail(String email, String events, String list, String reason) {
        account.send(email, Map.of());
        account.advance(Duration.ofHours(1));
        account.send(email, Map.of());
        account.advance(Duration.ofHours(1));

        assertThat(kinds()).isEqualTo("processed " + events + " dropped");
        assertThat(application
                        .events()
                        .get(application.events().size() - 1)
                        .path("reason")
                        .asText())
                .isEqualTo(reason);
        assertThat(account.get("suppression/" + list).findValuesAsText("email")).containsExactly(email);
    }

    @Test
    void a_block_does_not_hold_up_the_next_mail() {
        account.send("block@example.org", Map.of());
        account.advance(Duration.ofHours(1));
        account.send("block@example.org", Map.of());
        account.advance(Duration.ofHours(1));

        assertThat(kinds()).isEqualTo("processed bounce processed bounce");
        assertThat(application.events().get(1).path("type").asText()).isEqualTo("blocked");
        assertThat(account.get("suppression/blocks")).hasSize(1);
        assertThat(account.get("suppression/bounces")).isEmpty();
    }

    @Test
    void a_deferred_mail_is_tried_again_and_counts_its_attempts() {
        account.send("defer@example.org", Map.of());
        account.advance(Duration.ofHours(1));

        assertThat(kinds()).isEqualTo("processed deferred deferred delivered");
        assertThat(application.events().subList(1, 3))
                .extracting(event -> event.path("attempt").asText())
                .containsExactly("1", "2");
        assertThat(application.events().get(3).path("timestamp").asLong()
                        - application.events().get(0).path("timestamp").asLong())
                .isEqualTo(900);
    }

    @Test
    void opens_and_clicks_follow_a_delivery() {
        account.send("click@example.org", Map.of());
        account.advance(Duration.ofHours(1));

        assertThat(kinds()).isEqualTo("processed delivered open click");
        assertThat(application.events().get(3).path("url").asText()).isEqualTo("https://example.com/42");
    }

    @Test
    void a_domain_that_cannot_exist_is_invalid() {
        account.send("jane@nowhere.invalid", Map.of());
        account.advance(Duration.ZERO);

        assertThat(kinds()).isEqualTo("dropped");
        assertThat(account.get("suppression/invalid_emails/jane@nowhere.invalid"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, bypass_bounce_management, processed",
        "bounce, bypass_list_management, processed",
        "bounce, bypass_spam_management, dropped",
        "unsubscribe, bypass_unsubscribe_management, processed",
        "spam, bypass_spam_management, processed",
    })
    void a_bypass_delivers_in_spite_of_a_list(String recipient, String bypass, String event) {
        account.send(recipient + "@example.org", Map.of());
        account.advance(Duration.ofHours(1));
        var before = application.events().size();

        account.send(recipient + "@example.org", Map.of("mail_settings", Map.of(bypass, Map.of("enable", true))));
        account.advance(Duration.ZERO);

        assertThat(application.events().get(before).path("event").asText()).isEqualTo(event);
    }

    @Test
    void who_has_left_a_group_gets_its_mails_no_more_but_others() {
        var group = account.post("asm/groups", Map.of("name", "News", "description", "Monthly"))
                .path("id")
                .asInt();
        var ofGroup = Map.of("asm", Map.of("group_id", group));
        account.send("unsubscribe@example.org", ofGroup);
        account.advance(Duration.ofHours(1));
        account.send("unsubscribe@example.org", ofGroup);
        account.advance(Duration.ZERO);
        account.send("unsubscribe@example.org", Map.of());
        account.advance(Duration.ZERO);

        assertThat(kinds()).isEqualTo("processed delivered group_unsubscribe dropped processed");
        assertThat(application.events().get(2).path("asm_group_id").asInt()).isEqualTo(group);
    }

    @Test
    void a_test_has_a_recipient_do_something() {
        account.send("jane@example.org", Map.of());
        account.advance(Duration.ofMinutes(1));

        account.control(Method.POST, "events", Map.of("email", "jane@example.org", "event", "spamreport"));

        assertThat(kinds()).isEqualTo("processed delivered spamreport");
        assertThat(mails("jane@example.org").at("/0/status").asText()).isEqualTo("spamreport");
    }

    @Test
    void a_scheduled_mail_is_sent_in_time() {
        var sendAt = Instant.parse(account.control(Method.GET, "clock", Map.of())
                        .path("now")
                        .asText())
                .plusSeconds(3600)
                .getEpochSecond();
        account.send("jane@example.org", Map.of("send_at", sendAt));
        account.advance(Duration.ofMinutes(59));
        assertThat(application.events()).isEmpty();

        account.advance(Duration.ofMinutes(2));

        assertThat(application.events().get(0).path("timestamp").asLong()).isEqualTo(sendAt);
    }

    @Test
    void a_canceled_batch_is_not_sent_and_a_paused_one_when_it_goes_on() {
        var canceled = scheduled("canceled@example.org");
        var paused = scheduled("paused@example.org");
        account.post("user/scheduled_sends", Map.of("batch_id", canceled, "status", "cancel"));
        account.post("user/scheduled_sends", Map.of("batch_id", paused, "status", "pause"));
        account.advance(Duration.ofHours(3));
        assertThat(application.events()).isEmpty();
        assertThat(account.get("user/scheduled_sends")).hasSize(2);

        account.request(Method.DELETE, "user/scheduled_sends/" + paused, "");
        account.advance(Duration.ofSeconds(1));

        assertThat(application.kinds()).containsExactly("processed paused@example.org", "delivered paused@example.org");
        assertThat(mails("canceled@example.org").at("/0/status").asText()).isEqualTo("canceled");
    }

    private String scheduled(String email) {
        var batch = account.post("mail/batch", Map.of()).path("batch_id").asText();
        var now = account.control(Method.GET, "clock", Map.of()).path("seconds").asLong();
        account.send(email, Map.of("batch_id", batch, "send_at", now + 7200));
        return batch;
    }

    @Test
    void a_mail_in_sandbox_mode_is_checked_and_not_sent() {
        var sandbox = Map.of("sandbox_mode", Map.of("enable", true));

        assertThat(account.send("jane@example.org", Map.of("mail_settings", sandbox))
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(account.send("nobody", Map.of("mail_settings", sandbox)).getStatusCode())
                .isEqualTo(400);

        account.advance(Duration.ofHours(1));
        assertThat(application.events()).isEmpty();
        assertThat(mails("jane@example.org")).isEmpty();
    }

    private String kinds() {
        return String.join(
                " ",
                application.events().stream()
                        .map(event -> event.path("event").asText())
                        .toList());
    }

    private JsonNode mails(String to) {
        return account.control(Method.GET, "mails?to=" + to, Map.of()).path("mails");
    }
}
