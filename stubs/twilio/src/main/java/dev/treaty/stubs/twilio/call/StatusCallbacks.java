package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the application of a call's progress, in the order in which it happens.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent">Twilio, StatusCallbackEvent</a>
 */
final class StatusCallbacks {

    /** The purpose of the requests. */
    static final String PURPOSE = "twilio-call-status";

    static final String INITIATED = "initiated";
    static final String RINGING = "ringing";
    static final String ANSWERED = "answered";
    static final String COMPLETED = "completed";

    /** All events, in their order. */
    static final List<String> EVENTS = List.of(INITIATED, RINGING, ANSWERED, COMPLETED);

    private static final int SECONDS_PER_MINUTE = 60;

    private StatusCallbacks() {}

    /** Tells of an event, if the call was asked to. */
    static void tell(CallSession session, String event) {
        var settings = session.flow().settings();
        var url = settings.text(CallSettings.Name.STATUS_CALLBACK);
        if (url.isPresent() && settings.events().contains(event)) {
            var method = settings.method(CallSettings.Name.STATUS_CALLBACK_METHOD);
            send(session, method, url.get(), fields(session, event));
        }
    }

    /** Tells who has answered, if that was found out in the background. */
    static void tellAnsweredBy(CallSession session, long detectionMillis) {
        var settings = session.flow().settings();
        settings.text(CallSettings.Name.ASYNC_AMD_CALLBACK).ifPresent(url -> {
            var fields = Map.of(
                    "AccountSid", session.call().accountSid(),
                    "AnsweredBy", session.call().answeredBy().orElse("unknown"),
                    "CallSid", session.call().sid(),
                    "MachineDetectionDuration", String.valueOf(detectionMillis));
            send(session, settings.method(CallSettings.Name.ASYNC_AMD_CALLBACK_METHOD), url, fields);
        });
    }

    /** Tells something that the call does not wait for. */
    static void send(CallSession session, String method, String url, Map<String, String> fields) {
        var call = session.call();
        Callbacks.send(session.world(), PURPOSE, call.sid(), call.accountSid(), method, url, fields, Json.object());
    }

    private static Map<String, String> fields(CallSession session, String event) {
        var call = session.call();
        var fields = call.parameters();
        if (event.equals(INITIATED)) {
            fields.put("CallStatus", INITIATED);
        }
        if (call.isOver()) {
            fields.put("CallDuration", String.valueOf(call.duration()));
            fields.put("Duration", String.valueOf(minutes(call.duration())));
            recording(session).ifPresent(recording -> {
                fields.put("RecordingUrl", recording.url());
                fields.put("RecordingSid", recording.sid());
                fields.put("RecordingDuration", String.valueOf(recording.duration()));
            });
            sipResponse(call.status()).ifPresent(code -> fields.put("SipResponseCode", code));
        }
        fields.put("Timestamp", TwilioDates.rfc2822(session.now()));
        fields.put("CallbackSource", "call-progress-events");
        fields.put("SequenceNumber", String.valueOf(session.flow().nextSequenceNumber()));
        return fields;
    }

    /** Of the whole call, if it was asked for. */
    private static Optional<Recording> recording(CallSession session) {
        return Recording.find(session.world(), session.flow().note(CallFlow.Note.RECORDING));
    }

    private static int minutes(int seconds) {
        return (seconds + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
    }

    private static Optional<String> sipResponse(CallStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of("200");
            case BUSY -> Optional.of("486");
            case NO_ANSWER, CANCELED -> Optional.of("487");
            case FAILED -> Optional.of("404");
            case QUEUED, RINGING, IN_PROGRESS -> Optional.empty();
        };
    }
}
