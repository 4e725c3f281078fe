package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.twilio.recording.RecordingListener;
import java.util.List;

/** What happens when a call is answered, whoever answers. */
final class CallAnswering {

    private CallAnswering() {}

    static void answered(CallSession session) {
        var settings = session.flow().settings();
        session.call().become(CallStatus.IN_PROGRESS, session.now());
        var limit = settings.seconds(CallSettings.Name.TIME_LIMIT, CallTimes.LONGEST);
        session.flow().setNote(CallFlow.Note.LIMIT, session.schedule(CallSession.Step.HANG_UP, limit));
        if (settings.flag(CallSettings.Name.RECORD)) {
            record(session, settings);
        }
        session.transcribe("answered", "");
        settings.text(CallSettings.Name.SEND_DIGITS).ifPresent(digits -> session.transcribe("SendDigits", digits));
        StatusCallbacks.tell(session, StatusCallbacks.ANSWERED);
    }

    private static void record(CallSession session, CallSettings settings) {
        var events = settings.text(CallSettings.Name.RECORDING_EVENTS)
                .map(text -> List.of(text.split("[ ,]+")))
                .orElse(List.of());
        var recording = Recording.start(
                session.world(),
                session.call().accountSid(),
                session.call().sid(),
                "OutboundAPI",
                settings.text(CallSettings.Name.RECORDING_CHANNELS)
                                .filter("dual"::equals)
                                .isPresent()
                        ? 2
                        : 1,
                settings.text(CallSettings.Name.BASE_URL).orElse(""),
                new RecordingListener(
                        settings.text(CallSettings.Name.RECORDING_CALLBACK).orElse(""),
                        settings.method(CallSettings.Name.RECORDING_CALLBACK_METHOD),
                        events));
        session.flow().setNote(CallFlow.Note.RECORDING, recording.sid());
    }
}
