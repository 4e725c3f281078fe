package dev.treaty.stubs.twilio.message;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundMessagesTest {

    private static final String PERSON = "+14155550123";

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void the_application_gets_the_message_and_its_twiml_replies() {
        buyNumber();
        application.replyTwiml(
                "/sms",
                "<Response><Message statusCallback=\"/status\"><Body>Two\nlines &amp; more</Body></Message></Response>");

        receive("Hello");

        assertThat(application.received("/sms"))
                .singleElement()
                .satisfies(request -> assertThat(request.form())
                        .containsEntry("From", PERSON)
                        .containsEntry("To", OWN_NUMBER)
                        .containsEntry("Body", "Hello")
                        .containsEntry("SmsStatus", "received"))
                .matches(request -> request.isSignedWith(account.token()));
        assertThat(repliedTexts()).containsExactly("Two\nlines & more");
    }

    @Test
    void a_reply_says_how_the_application_is_told_of_its_status() {
        buyNumber();
        application.replyTwiml("/sms", "<Response><Message action=\"/status\" method=\"GET\">Hi</Message></Response>");

        receive("Hello");
        account.advance(Duration.ofMinutes(1));

        assertThat(application.received("/status"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.url()).contains("MessageStatus="));
    }

    @Test
    void a_document_type_is_refused_and_the_fallback_is_asked() {
        IncomingPhoneNumber.creator(new PhoneNumber(OWN_NUMBER))
                .setSmsUrl(URI.create(application.url("/sms")))
                .setSmsFallbackUrl(URI.create(application.url("/fallback")))
                .create(account.sdk());
        application.replyTwiml("/sms", "<!DOCTYPE a [<!ENTITY b \"c\">]><Response><Message>&b;</Message></Response>");
        application.replyTwiml("/fallback", "<Response><Message>Sorry</Message></Response>");

        receive("Hello");

        assertThat(application.received("/fallback", "ErrorCode")).containsExactly("12100");
        assertThat(repliedTexts()).containsExactly("Sorry");
    }

    @Test
    void an_endless_redirect_ends() {
        buyNumber();
        application.replyTwiml("/sms", "<Response><Redirect>/sms</Redirect></Response>");

        receive("Hello");

        assertThat(application.received("/sms")).hasSize(11);
    }

    @Test
    void the_application_gets_its_cookies_back_until_nobody_has_written_for_four_hours() {
        buyNumber();
        application.replyTwiml("/sms", "<Response/>", "step=1; Path=/", "theme=dark; Path=/other", "old=1; Max-Age=60");

        receive("1");
        receive("2");
        account.advance(Duration.ofHours(3));
        receive("3");
        account.advance(Duration.ofHours(4));
        receive("4");

        assertThat(application.received("/sms"))
                .extracting(Application.Received::cookies)
                .containsExactly(List.of(), List.of("step=1; old=1"), List.of("step=1"), List.of());
    }

    @Test
    void what_is_remembered_of_one_person_is_not_told_of_another() {
        buyNumber();
        application.replyTwiml("/sms", "<Response/>", "step=1");
        receive("Hello");

        account.control("POST", "/inbound/messages", Map.of("from", "+14155550199", "to", OWN_NUMBER, "body", "Hi"));

        assertThat(application.received("/sms"))
                .extracting(Application.Received::cookies)
                .containsExactly(List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stopall", " Unsubscribe ", "CANCEL", "END", "QUIT"})
    void an_opt_out_word_stops_messages_until_start(String word) {
        receive(word);

        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21610));
        receive("START");
        assertThat(send().getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(repliedTexts())
                .satisfiesExactly(
                        sent -> assertThat(sent).isEqualTo("News"),
                        start -> assertThat(start).startsWith("You have successfully been re-subscribed"),
                        stop -> assertThat(stop).startsWith("You have successfully been unsubscribed."));
    }

    @Test
    void who_has_opted_out_gets_no_reply_by_twiml_either() {
        buyNumber();
        receive("STOP");
        application.replyTwiml("/sms", "<Response><Message>Stay!</Message></Response>");

        receive("Why?");

        assertThat(repliedTexts()).doesNotContain("Stay!");
    }

    @Test
    void a_messaging_service_gets_the_messages_of_its_numbers() {
        var number = buyNumber();
        var service = Service.creator("A campaign")
                .setInboundRequestUrl(URI.create(application.url("/service")))
                .create(account.sdk());
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(service.getSid(), number.getSid())
                .create(account.sdk());

        receive("STOP");

        assertThat(application.received("/sms")).isEmpty();
        assertThat(application.received("/service", "OptOutType")).containsExactly("STOP");
        assertThatThrownBy(() -> Message.creator(new PhoneNumber(PERSON), service.getSid(), "News")
                        .create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21610));
    }

    private IncomingPhoneNumber buyNumber() {
        return IncomingPhoneNumber.creator(new PhoneNumber(OWN_NUMBER))
                .setSmsUrl(URI.create(application.url("/sms")))
                .create(account.sdk());
    }

    private void receive(String text) {
        account.control("POST", "/inbound/messages", Map.of("from", PERSON, "to", OWN_NUMBER, "body", text));
    }

    private Message send() {
        return Message.creator(new PhoneNumber(PERSON), new PhoneNumber(OWN_NUMBER), "News")
                .create(account.sdk());
    }

    /** What the person got, the newest first. */
    private List<String> repliedTexts() {
        var texts = new ArrayList<String>();
        Message.reader()
                .setTo(new PhoneNumber(PERSON))
                .read(account.sdk())
                .forEach(message -> texts.add(message.getBody()));
        return texts;
    }
}
