package dev.treaty.stubs.twilio.call;

import static dev.treaty.stubs.twilio.call.TestCall.CALLEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialTest {

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @AfterEach
    void close() {
        application.close();
    }

    private TestCall call(String twiml) {
        application.replyTwiml("/voice", twiml);
        return TestCall.make(account, TestCall.to(CALLEE, application.url("/voice")));
    }

    private TestCall dialledBy(TestCall call) {
        var dialled = Call.reader().setParentCallSid(call.sid()).firstPage(account.sdk());
        return new TestCall(account, dialled.getRecords().get(0).getSid());
    }

    @Test
    void the_dialled_party_hears_its_own_twiml_before_it_is_connected() {
        application.replyTwiml("/whisper", "<Response><Say>Somebody calls about a vote</Say></Response>");
        var call = call(
                "<Response><Dial action=\"/dialled\"><Number url=\"/whisper\">+14155550101</Number></Dial></Response>");

        call.advance(60);

        assertThat(application.received("/whisper", "Direction")).containsExactly("outbound-dial");
        assertThat(dialledBy(call).said()).containsExactly("Somebody calls about a vote");
        assertThat(application.received("/dialled", "DialBridged")).containsExactly("true");
    }

    @ParameterizedTest
    @CsvSource({"+15005550032,canceled", "+14155550101,completed"})
    void who_hangs_up_ends_a_dial_whose_action_is_told(String number, String status) {
        application.replyTwiml("/dialled", "<Response><Dial>+14155550102</Dial></Response>");
        var call = call("<Response><Dial action=\"/dialled\">" + number + "</Dial></Response>");
        call.advance(7);

        call.hangUp();

        assertThat(application.received("/dialled"))
                .singleElement()
                .satisfies(request -> assertThat(request.form())
                        .containsEntry("CallStatus", "completed")
                        .containsEntry("DialCallStatus", status));
        assertThat(Call.reader().setParentCallSid(call.sid()).read(account.sdk()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<Dial action=\"/left\"><Conference>Room</Conference></Dial>,DialCallStatus,answered",
        "<Enqueue action=\"/left\">support</Enqueue>,QueueResult,hangup"
    })
    void who_hangs_up_leaves_a_conference_or_a_queue(String verb, String field, String value) {
        var call = call("<Response>" + verb + "</Response>");
        call.advance(10);

        call.hangUp();

        assertThat(application.received("/left", field)).containsExactly(value);
        assertThat(application.received("/left", "CallStatus")).containsExactly("completed");
    }

    @Test
    void a_dialled_party_whose_own_twiml_hangs_up_is_not_connected() {
        application.replyTwiml("/whisper", "<Response><Hangup/></Response>");
        var call = call(
                "<Response><Dial action=\"/dialled\"><Number url=\"/whisper\">+14155550101</Number></Dial></Response>");

        call.advance(60);

        assertThat(application.received("/dialled", "DialBridged")).containsExactly("false");
    }

    @Test
    void a_key_of_the_dialled_party_does_not_end_the_talk() {
        var call = call("<Response><Dial>+14155550101</Dial></Response>");
        call.advance(7);

        dialledBy(call).press("1");

        assertThat(call.status()).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(dialledBy(call).status()).isEqualTo(Call.Status.IN_PROGRESS);
    }

    @Test
    void callbacks_of_a_dial_may_be_relative_to_the_twiml() {
        var call = call("<Response><Dial record=\"record-from-answer\" recordingStatusCallback=\"/recording\">"
                + "<Number statusCallback=\"/status\">+14155550101</Number></Dial></Response>");

        call.advance(60);

        assertThat(application.received("/recording", "RecordingStatus")).containsExactly("completed");
        assertThat(application.received("/status", "CallStatus")).containsExactly("completed");
    }

    @Test
    void a_message_is_sent_during_a_call() {
        var call = call("<Response><Sms>Thank you for calling</Sms></Response>");

        call.advance(60);

        assertThat(Message.reader().read(account.sdk()))
                .singleElement()
                .returns("Thank you for calling", Message::getBody)
                .returns(CALLEE, Message::getTo)
                .returns(Message.Direction.OUTBOUND_CALL, Message::getDirection);
    }
}
