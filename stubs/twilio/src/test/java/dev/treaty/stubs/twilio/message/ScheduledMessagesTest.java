package dev.treaty.stubs.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.AlphaSender;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledMessagesTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+14155550123");

    private final TwilioAccount account = TwilioAccount.create();
    private String service = "";
    private String number = "";

    @BeforeEach
    void createServiceWithNumber() {
        var bought = IncomingPhoneNumber.creator("510").create(account.sdk());
        number = bought.getPhoneNumber().toString();
        service = Service.creator("A campaign").create(account.sdk()).getSid();
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(service, bought.getSid())
                .create(account.sdk());
    }

    @Test
    void a_message_waits_for_its_time() {
        var scheduled = schedule(Duration.ofHours(1), "");

        account.advance(Duration.ofMinutes(59));
        var before = status(scheduled);
        account.advance(Duration.ofMinutes(2));

        assertThat(scheduled.getStatus()).isEqualTo(Message.Status.SCHEDULED);
        assertThat(before).isEqualTo(Message.Status.SCHEDULED);
        assertThat(Message.fetcher(scheduled.getSid()).fetch(account.sdk()))
                .returns(Message.Status.DELIVERED, Message::getStatus)
                .returns(new PhoneNumber(number), Message::getFrom);
    }

    @Test
    void a_canceled_message_is_never_sent() {
        var scheduled = schedule(Duration.ofHours(1), "");

        Message.updater(scheduled.getSid())
                .setStatus(Message.UpdateStatus.CANCELED)
                .update(account.sdk());
        account.advance(Duration.ofHours(2));

        assertThat(status(scheduled)).isEqualTo(Message.Status.CANCELED);
        assertThatThrownBy(() -> Message.updater(scheduled.getSid())
                        .setStatus(Message.UpdateStatus.CANCELED)
                        .update(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(30409));
    }

    @Test
    void a_message_fails_if_its_recipient_opts_out_meanwhile() {
        try (var application = Application.start()) {
            var scheduled = schedule(Duration.ofHours(1), application.url("/status"));

            account.control(
                    "POST", "/inbound/messages", Map.of("from", PERSON.toString(), "to", number, "body", "STOP"));
            account.advance(Duration.ofHours(2));

            assertThat(status(scheduled)).isEqualTo(Message.Status.FAILED);
            assertThat(application.received("/status", "ErrorCode")).containsExactly("21610");
        }
    }

    @Test
    void a_message_that_is_not_scheduled_is_accepted_and_sent_from_a_name_where_that_is_allowed() {
        AlphaSender.creator(service, "Treaty").create(account.sdk());
        var accepted = Message.creator(new PhoneNumber("+4915112345678"), service, "Hallo")
                .create(account.sdk());

        account.advance(Duration.ofMinutes(1));

        assertThat(accepted.getStatus()).isEqualTo(Message.Status.ACCEPTED);
        assertThat(Message.fetcher(accepted.getSid()).fetch(account.sdk()))
                .returns(Message.Status.DELIVERED, Message::getStatus)
                .returns(new PhoneNumber("Treaty"), Message::getFrom);
    }

    private Message schedule(Duration in, String callback) {
        var creator = Message.creator(PERSON, service, "News")
                .setScheduleType(Message.ScheduleType.FIXED)
                .setSendAt(ZonedDateTime.now(ZoneOffset.UTC).plus(in));
        if (!callback.isEmpty()) {
            creator.setStatusCallback(URI.create(callback));
        }
        return creator.create(account.sdk());
    }

    private Message.Status status(Message message) {
        return Message.fetcher(message.getSid()).fetch(account.sdk()).getStatus();
    }
}
