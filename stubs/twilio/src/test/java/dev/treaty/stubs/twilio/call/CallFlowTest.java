package dev.treaty.stubs.twilio.call;

import static dev.treaty.stubs.twilio.call.TestCall.CALLEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.call.Notification;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFlowTest {

    private static final String MENU =
            "<Response><Gather numDigits=\"1\" action=\"/chosen?from=menu\"><Say>Press 1</Say></Gather><Say>Goodbye</Say></Response>";

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @AfterEach
    void close() {
        application.close();
    }

    private TestCall call() {
        return TestCall.make(account, TestCall.to(CALLEE, application.url("/voice")));
    }

    @Test
    void a_key_is_gathered_while_the_prompt_is_said() {
        application.replyTwiml("/voice", MENU);
        application.replyTwiml("/chosen", "<Response><Say>Thank you</Say></Response>");
        var call = call();

        call.advance(3);
        call.press("1");
        call.advance(10);

        assertThat(application.received("/chosen", "Digits")).containsExactly("1");
        assertThat(application.received("/chosen")).allMatch(request -> request.isSignedWith(account.token()));
        assertThat(call.said()).containsExactly("Press 1", "Thank you");
        assertThat(call.status()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void what_is_recognized_while_the_caller_speaks_is_told_without_waiting_for_an_answer() {
        application.replyTwiml(
                "/voice",
                "<Response><Gather input=\"speech\" action=\"/heard\" partialResultCallback=\"/partly\"/></Response>");
        application.replyTwiml("/heard", "<Response><Say>Thank you</Say></Response>");
        var call = call();

        call.advance(4);
        call.speak("Hello world");
        call.advance(5);

        assertThat(application.received("/partly", "UnstableSpeechResult")).containsExactly("Hello world");
        assertThat(application.received("/partly", "CallSid")).containsExactly(call.sid());
        assertThat(application.received("/heard", "SpeechResult")).containsExactly("Hello world");
        assertThat(call.said()).containsExactly("Thank you");
    }

    @Test
    void a_key_that_is_pressed_before_anything_listens_waits_for_the_next_gather() {
        application.replyTwiml("/voice", MENU);
        var call = call();

        call.press("7");
        call.advance(10);

        assertThat(application.received("/chosen", "Digits")).containsExactly("7");
    }

    @Test
    void without_a_key_the_next_verb_follows_after_the_time_out() {
        application.replyTwiml("/voice", MENU);
        var call = call();

        call.advance(5);
        assertThat(call.said()).containsExactly("Press 1");
        call.advance(5);

        assertThat(call.said()).containsExactly("Press 1", "Goodbye");
        assertThat(application.received("/chosen")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+14155550199, completed", "+15005550031, busy", "+15005550032, no-answer", "+15005550033, failed"})
    void dial_says_what_became_of_the_other_call(String number, String status) {
        application.replyTwiml(
                "/voice", "<Response><Dial action=\"/dialled\" timeout=\"10\">" + number + "</Dial></Response>");
        application.replyTwiml("/dialled", "<Response><Say>Back</Say></Response>");
        var call = call();

        call.advance(60);

        assertThat(application.received("/dialled", "DialCallStatus")).containsExactly(status);
        assertThat(Call.reader().setParentCallSid(call.sid()).read(account.sdk()))
                .extracting(Call::getDirection)
                .containsExactly("outbound-dial");
        assertThat(call.said()).containsExactly("Back");
    }

    @Test
    void the_first_party_that_answers_a_dial_gets_the_call() {
        application.replyTwiml(
                "/voice",
                "<Response><Dial action=\"/dialled\"><Number>+14155550101</Number><Number>+14155550102</Number></Dial></Response>");
        var call = call();

        call.advance(60);

        assertThat(Call.reader().setParentCallSid(call.sid()).read(account.sdk()))
                .extracting(Call::getStatus)
                .containsExactlyInAnyOrder(Call.Status.COMPLETED, Call.Status.CANCELED);
        assertThat(application.received("/dialled", "DialCallStatus")).containsExactly("completed");
    }

    @Test
    void who_hangs_up_ends_the_calls_that_were_dialled() {
        application.replyTwiml("/voice", "<Response><Dial>+14155550101</Dial></Response>");
        var call = call();
        call.advance(7);

        call.hangUp();

        assertThat(Call.reader().read(account.sdk()))
                .extracting(Call::getStatus)
                .containsOnly(Call.Status.COMPLETED);
    }

    @Test
    void a_call_keeps_the_cookies_of_its_application() {
        application.replyTwiml("/voice", "<Response><Redirect>/next</Redirect></Response>", "step=1; Path=/");

        TestCall.make(account, TestCall.to(TestCall.CALLEE, application.url("/voice")))
                .advance(60);
        TestCall.make(account, TestCall.to(TestCall.CALLEE, application.url("/voice")))
                .advance(60);

        assertThat(application.received("/next"))
                .extracting(Application.Received::cookies)
                .containsExactly(List.of("step=1"), List.of("step=1"));
        assertThat(application.received("/voice"))
                .extracting(Application.Received::cookies)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void a_live_call_is_redirected_and_another_is_not() {
        application.replyTwiml("/other", "<Response><Say>Moved</Say></Response>");
        var call = TestCall.make(account, TestCall.with("<Response><Pause length=\"60\"/></Response>"));
        assertThatThrownBy(() -> redirect(call))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21220));
        call.advance(5);

        redirect(call);
        call.advance(60);

        assertThat(call.said()).containsExactly("Moved");
    }

    private void redirect(TestCall call) {
        Call.updater(call.sid()).setUrl(URI.create(application.url("/other"))).update(account.sdk());
    }

    @Test
    void the_fallback_is_asked_when_the_application_fails_and_told_why() {
        application.replyStatus("/voice", 500);
        application.replyTwiml("/fallback", "<Response><Say>Sorry</Say></Response>");
        var call = TestCall.make(
                account,
                TestCall.to(CALLEE, application.url("/voice"))
                        .setFallbackUrl(URI.create(application.url("/fallback"))));

        call.advance(60);

        assertThat(application.received("/fallback", "ErrorCode")).containsExactly("11200");
        assertThat(application.received("/fallback", "ErrorUrl")).containsExactly(application.url("/voice"));
        assertThat(call.said()).containsExactly("Sorry");
    }

    @ParameterizedTest
    @CsvSource({
        "12100, <!DOCTYPE Response [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Say>&x;</Say></Response>",
        "12100, not XML",
        "11100, <Response><Redirect>ftp://127.0.0.1/</Redirect></Response>",
        "11215, <Response><Redirect>/voice</Redirect></Response>",
    })
    void twiml_that_cannot_be_done_ends_the_call(String code, String twiml) {
        application.replyTwiml("/voice", twiml);
        var call = call();

        call.advance(60);

        assertThat(call.status()).isEqualTo(Call.Status.COMPLETED);
        assertThat(call.said()).containsExactly("We're sorry, an application error has occurred. Goodbye.");
        assertThat(Notification.reader(call.sid()).read(account.sdk()))
                .extracting(Notification::getErrorCode)
                .containsExactly(code);
        assertThat(application.received("/voice").size()).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "<Response><Say>Welcome</Say></Response>, in-progress",
        "<Response><Reject/></Response>, no-answer",
        "<Response><Reject reason='busy'/></Response>, busy",
    })
    void a_number_that_is_called_does_what_its_voice_url_says(String twiml, String status) {
        application.replyTwiml("/voice", twiml);
        IncomingPhoneNumber.creator(new PhoneNumber("+14155550160"))
                .setVoiceUrl(URI.create(application.url("/voice")))
                .create(account.sdk());

        var inbound = account.control("POST", "/inbound/calls", Map.of("from", CALLEE, "to", "+14155550160"));

        assertThat(application.received("/voice", "CallStatus")).containsExactly("ringing");
        assertThat(new TestCall(account, inbound.path("sid").asText()).fetch())
                .returns(Call.Status.forValue(status), Call::getStatus)
                .returns("inbound", Call::getDirection);
    }
}
