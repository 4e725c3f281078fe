package dev.treaty.stubs.twilio.application;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationsTest {

    private static final String PERSON = "+14155550123";

    private final TwilioAccount account = TwilioAccount.create();
    private final dev.treaty.stubs.twilio.testing.Application server =
            dev.treaty.stubs.twilio.testing.Application.start();

    @AfterEach
    void close() {
        server.close();
    }

    private Application application() {
        return Application.creator()
                .setFriendlyName("IVR")
                .setVoiceUrl(URI.create(server.url("/voice")))
                .setStatusCallback(URI.create(server.url("/status")))
                .setSmsUrl(URI.create(server.url("/sms")))
                .setMessageStatusCallback(URI.create(server.url("/message-status")))
                .create(account.sdk());
    }

    @Test
    void an_application_handles_the_calls_that_name_it() {
        server.replyTwiml("/voice", "<Response><Say>Hello</Say></Response>");
        var application = application();

        Call.creator(new PhoneNumber(PERSON), new PhoneNumber(OWN_NUMBER), application.getSid())
                .create(account.sdk());
        account.advance(Duration.ofMinutes(1));

        assertThat(server.received("/voice", "CallStatus")).containsExactly("in-progress");
        assertThat(server.received("/status", "CallStatus")).containsExactly("completed");
    }

    @Test
    void an_application_that_does_not_exist_handles_no_call() {
        var request = Call.creator(
                new PhoneNumber(PERSON), new PhoneNumber(OWN_NUMBER), "AP00000000000000000000000000000042");

        assertThatThrownBy(() -> request.create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21218));
    }

    @Test
    void an_application_handles_what_comes_in_for_a_number_that_names_it() {
        var application = application();
        IncomingPhoneNumber.creator(new PhoneNumber("+14155550160"))
                .setVoiceApplicationSid(application.getSid())
                .setSmsApplicationSid(application.getSid())
                .setVoiceUrl(URI.create(server.url("/number")))
                .setSmsUrl(URI.create(server.url("/number")))
                .create(account.sdk());

        account.control("POST", "/inbound/calls", Map.of("from", PERSON, "to", "+14155550160"));
        account.control("POST", "/inbound/messages", Map.of("from", PERSON, "to", "+14155550160", "body", "Hello"));

        assertThat(server.received("/voice", "Direction")).containsExactly("inbound");
        assertThat(server.received("/sms", "Body")).containsExactly("Hello");
        assertThat(server.received("/number")).isEmpty();
    }

    @Test
    void an_application_hears_of_the_messages_that_name_it_unless_they_have_a_callback_of_their_own() {
        var application = application();
        var message = Message.creator(new PhoneNumber(PERSON), new PhoneNumber(OWN_NUMBER), "Hello")
                .setApplicationSid(application.getSid());

        message.create(account.sdk());
        message.setStatusCallback(URI.create(server.url("/own"))).create(account.sdk());
        account.advance(Duration.ofMinutes(1));

        assertThat(server.received("/message-status", "MessageStatus")).containsExactly("sent", "delivered");
        assertThat(server.received("/own", "MessageStatus")).containsExactly("sent", "delivered");
    }

    @Test
    void an_application_is_read_changed_listed_and_deleted() {
        var sid = application().getSid();

        assertThat(Application.updater(sid)
                        .setFriendlyName("Hotline")
                        .update(account.sdk())
                        .getFriendlyName())
                .isEqualTo("Hotline");
        assertThat(Application.reader().setFriendlyName("Hotline").read(account.sdk()))
                .hasSize(1);
        assertThat(Application.reader().setFriendlyName("IVR").read(account.sdk()))
                .isEmpty();
        assertThat(Application.deleter(sid).delete(account.sdk())).isTrue();
        assertThatThrownBy(() -> Application.fetcher(sid).fetch(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(20404));
    }
}
