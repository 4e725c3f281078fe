package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.twilio.recording.RecordingListener;
import dev.treaty.stubs.twilio.recording.Transcription;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records what the other party says. In the replay, somebody speaks for five seconds, unless a key is pressed or the call ends before.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/record">Twilio, Record</a>
 */
final class RecordVerb {

    /** The key that stands for hanging up. */
    static final String HANGUP = "hangup";

    private static final String ANY_KEY = "1234567890*#";
    private static final int LONGEST_SECONDS = 3_600;
    private static final int SILENCE_SECONDS = 5;

    private RecordVerb() {}

    static void start(CallSession session, TwimlElement verb) {
        var recording = Recording.start(
                session.world(),
                session.call().accountSid(),
                session.call().sid(),
                "RecordVerb",
                1,
                session.flow().settings().text(CallSettings.Name.BASE_URL).orElse(""),
                listener(session, verb));
        session.flow().setNote(CallFlow.Note.RECORD_VERB, recording.sid());
        session.transcribe(verb.name(), verb.text());
        var spoken = CallTimes.SPEECH.plusSeconds(verb.number("timeout", SILENCE_SECONDS));
        var longest = longest(verb);
        session.waitFor(CallWait.Kind.RECORD, verb, spoken.compareTo(longest) < 0 ? spoken : longest);
    }

    /** Who is told of a recording that a verb makes. */
    static RecordingListener listener(CallSession session, TwimlElement verb) {
        return new RecordingListener(
                VoiceRequests.url(session, verb, "recordingStatusCallback").orElse(""),
                verb.attribute("recordingStatusCallbackMethod").orElse("POST"),
                verb.attribute("recordingStatusCallbackEvent")
                        .map(events -> List.of(events.split("[ ,]+")))
                        .orElse(List.of()));
    }

    private static Duration longest(TwimlElement verb) {
        return Duration.ofSeconds(Math.max(1, verb.number("maxLength", LONGEST_SECONDS)));
    }

    /** Keys were pressed: the first of those that end it does. */
    static void pressed(CallSession session, CallWait wait, String digits) {
        var finishOn = wait.verb().attributes().getOrDefault("finishOnKey", ANY_KEY);
        digits.chars()
                .mapToObj(Character::toString)
                .filter(finishOn::contains)
                .findFirst()
                .ifPresent(key -> {
                    session.waitOver();
                    finish(session, wait, key, Duration.between(wait.since(), session.now()));
                });
    }

    /** Nobody speaks any more, or the recording has its greatest length. */
    static void timedOut(CallSession session, CallWait wait) {
        var longest = longest(wait.verb());
        finish(session, wait, "", CallTimes.SPEECH.compareTo(longest) < 0 ? CallTimes.SPEECH : longest);
    }

    /**
     * Ends the recording, and requests the action.
     *
     * @param key that was pressed; empty for none
     */
    static void finish(CallSession session, CallWait wait, String key, Duration length) {
        var recording = Recording.find(session.world(), session.flow().note(CallFlow.Note.RECORD_VERB));
        if (recording.isEmpty()) {
            return; // deleted meanwhile
        }
        recording.get().complete(length);
        transcribe(session, wait, recording.get());
        var fields = parameters(recording.get());
        if (!key.isEmpty()) {
            fields.put("Digits", key);
        }
        VoiceRequests.action(session, wait.verb(), fields);
    }

    private static void transcribe(CallSession session, CallWait wait, Recording recording) {
        var callback = VoiceRequests.url(session, wait.verb(), "transcribeCallback");
        if (callback.isPresent() || wait.verb().flag("transcribe")) {
            Transcription.create(
                    session.world(),
                    recording,
                    wait.speech(),
                    callback.orElse(""),
                    session.call().parameters());
        }
    }

    /** What the application is told of a recording. */
    static Map<String, String> parameters(Recording recording) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("RecordingUrl", recording.url());
        fields.put("RecordingSid", recording.sid());
        fields.put("RecordingDuration", String.valueOf(recording.duration()));
        return fields;
    }
}
