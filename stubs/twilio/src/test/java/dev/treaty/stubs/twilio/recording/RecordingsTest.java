package dev.treaty.stubs.twilio.recording;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Transcription;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class RecordingsTest {

    private static final PhoneNumber CALLEE = new PhoneNumber("+14155550123");

    private final TwilioAccount account = TwilioAccount.create();

    @Test
    void record_ends_with_a_key_and_tells_the_application() {
        try (var application = Application.start()) {
            application.replyTwiml("/voice", "<Response><Record action=\"/recorded\"/></Response>");
            var call = Call.creator(CALLEE, new PhoneNumber(OWN_NUMBER), URI.create(application.url("/voice")))
                    .create(account.sdk());

            account.advance(Duration.ofSeconds(6));
            account.control("POST", "/calls/" + call.getSid() + "/digits", Map.of("digits", "#"));

            var told = application.received("/recorded").get(0).form();
            assertThat(told).containsEntry("Digits", "#").containsEntry("RecordingDuration", "3");
            assertThat(Recording.reader().setCallSid(call.getSid()).read(account.sdk()))
                    .extracting(Recording::getSid)
                    .containsExactly(told.get("RecordingSid"));
        }
    }

    @Test
    void a_recorded_call_is_told_of_and_can_be_heard_until_it_is_deleted() throws Exception {
        try (var application = Application.start()) {
            Call.creator(CALLEE, new PhoneNumber(OWN_NUMBER), new Twiml("<Response><Pause length=\"4\"/></Response>"))
                    .setRecord(true)
                    .setRecordingStatusCallback(application.url("/recording"))
                    .setRecordingStatusCallbackEvent(List.of("in-progress", "completed"))
                    .create(account.sdk());

            account.advance(Duration.ofMinutes(1));

            assertThat(application.received("/recording", "RecordingStatus"))
                    .containsExactly("in-progress", "completed");
            var recording =
                    Recording.reader().firstPage(account.sdk()).getRecords().get(0);
            assertThat(recording.getDuration()).isEqualTo("4");
            var path = URI.create(recording.getMediaUrl().toString()).getPath();
            assertThat(account.request("GET", path + ".wav", "").statusCode()).isEqualTo(200);
            Recording.deleter(recording.getSid()).delete(account.sdk());
            assertThat(account.request("GET", path + ".wav", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void who_hangs_up_ends_a_recording_which_is_transcribed() {
        try (var application = Application.start()) {
            application.replyTwiml(
                    "/voice",
                    "<Response><Record action=\"/recorded\" transcribeCallback=\"/transcribed\"/></Response>");
            var call = Call.creator(CALLEE, new PhoneNumber(OWN_NUMBER), URI.create(application.url("/voice")))
                    .create(account.sdk());
            account.advance(Duration.ofSeconds(5));

            account.control("POST", "/calls/" + call.getSid() + "/speech", Map.of("text", "Call me back"));
            account.control("POST", "/calls/" + call.getSid() + "/hangup", Map.of());

            assertThat(application.received("/recorded", "Digits")).containsExactly("hangup");
            assertThat(application.received("/recorded", "CallStatus")).containsExactly("completed");
            assertThat(application.received("/transcribed", "TranscriptionText"))
                    .containsExactly("Call me back");
            assertThat(Transcription.reader().read(account.sdk()))
                    .extracting(Transcription::getTranscriptionText)
                    .containsExactly("Call me back");
        }
    }

    @Test
    void the_current_recording_of_a_call_need_not_be_named() {
        var call = Call.creator(
                        CALLEE, new PhoneNumber(OWN_NUMBER), new Twiml("<Response><Pause length=\"60\"/></Response>"))
                .create(account.sdk());
        account.advance(Duration.ofSeconds(5));
        var recordings = "/2010-04-01/Accounts/" + account.sid() + "/Calls/" + call.getSid() + "/Recordings";
        account.request("POST", recordings + ".json", "");

        var paused = account.request("POST", recordings + "/Twilio.CURRENT.json", "Status=paused");

        var stopped = account.request("POST", recordings + "/Twilio.CURRENT.json", "Status=stopped");

        assertThat(paused.body()).contains("\"status\":\"paused\"");
        assertThat(stopped.body()).contains("\"status\":\"stopped\"");
        assertThat(account.request("GET", recordings + ".json", "").body()).contains("\"status\":\"completed\"");
    }

    @Test
    void the_audio_is_as_long_as_the_recording() throws Exception {
        var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(SilentAudio.wav(4)));

        assertThat(audio.getFrameLength() / audio.getFormat().getFrameRate()).isEqualTo(4);
    }
}
