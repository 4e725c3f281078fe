package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.twilio.twiml.TwimlProblem;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connects the call with other parties: each is called, and talks with the caller if it is the first to answer.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/dial">Twilio, Dial</a>
 */
final class DialVerb {

    private static final int INVALID_NUMBER = 13224;
    private static final int RING_SECONDS = 30;
    private static final String DO_NOT_RECORD = "do-not-record";

    private DialVerb() {}

    static void start(CallSession session, TwimlElement verb) {
        var nouns = verb.children().isEmpty() ? List.of(TwimlElement.of("Number", verb.text())) : verb.children();
        if (nouns.get(0).is("Conference")) {
            HeldCalls.confer(session, verb, nouns.get(0));
            return;
        }
        if (nouns.get(0).is("Queue")) {
            HeldCalls.dialQueue(session, verb, nouns.get(0));
            return;
        }
        session.flow().setNote(CallFlow.Note.BRIDGED, "");
        var wait = session.waitForOthers(CallWait.Kind.DIAL, verb);
        nouns.forEach(noun -> dial(session, verb, noun).ifPresent(wait::addChild));
        if (wait.children().isEmpty()) {
            finish(session, wait);
        }
    }

    private static Optional<String> dial(CallSession session, TwimlElement verb, TwimlElement noun) {
        var to = endpoint(noun);
        if (to.isEmpty()) {
            CallNotifications.warning(
                    session, new TwimlProblem(INVALID_NUMBER, "Dial: Invalid phone number format " + noun.text()));
            return Optional.empty();
        }
        var parent = session.call();
        var from = verb.attribute("callerId").orElse(parent.from());
        var child =
                Call.create(session.world(), parent.accountSid(), Call.Direction.OUTBOUND_DIAL, from, to.get(), null);
        child.setParentSid(parent.sid());
        var dialled = new CallSession(
                session.world(),
                child,
                CallFlow.create(child.sid(), settings(session, verb, noun).toJson()));
        dialled.schedule(CallSession.Step.DIAL, Duration.ZERO);
        dialled.store();
        session.transcribe(verb.name(), Json.object().put("text", to.get()).put("call", child.sid()));
        return Optional.of(child.sid());
    }

    private static Optional<String> endpoint(TwimlElement noun) {
        return switch (noun.name()) {
            case "Number" -> PhoneNumber.parse(noun.text()).map(PhoneNumber::e164);
            case "Client" -> Optional.of("client:" + noun.text());
            default -> Optional.of(noun.text()).filter(text -> !text.isEmpty());
        };
    }

    private static CallSettings settings(CallSession session, TwimlElement verb, TwimlElement noun) {
        return CallSettings.none()
                .set(CallSettings.Name.URL, VoiceRequests.url(session, noun, "url"))
                .set(CallSettings.Name.METHOD, noun.attribute("method"))
                .set(CallSettings.Name.TIMEOUT, String.valueOf(verb.number("timeout", RING_SECONDS)))
                .set(CallSettings.Name.TIME_LIMIT, String.valueOf(verb.number("timeLimit", (int)
                        CallTimes.LONGEST.toSeconds())))
                .set(CallSettings.Name.STATUS_CALLBACK, VoiceRequests.url(session, noun, "statusCallback"))
                .set(CallSettings.Name.STATUS_CALLBACK_METHOD, noun.attribute("statusCallbackMethod"))
                .setEvents(noun.attribute("statusCallbackEvent")
                        .map(events -> List.of(events.split("[ ,]+")))
                        .orElse(List.of(StatusCallbacks.COMPLETED)));
    }

    /** One of the dialled parties has answered: it talks with the caller, and the others stop ringing. */
    static void connect(CallSession dialled) {
        var parent = dialled.call().parentSid().flatMap(sid -> CallSession.open(dialled.world(), sid));
        var wait = parent.flatMap(session -> session.flow().waiting()).filter(w -> w.kind() == CallWait.Kind.DIAL);
        if (wait.isEmpty()) {
            CallEnding.end(dialled, CallStatus.COMPLETED);
            return;
        }
        var session = parent.orElseThrow();
        session.flow().setNote(CallFlow.Note.BRIDGED, dialled.call().sid());
        session.store();
        wait.get().children().stream()
                .filter(child -> !child.equals(dialled.call().sid()))
                .forEach(child -> CallEnding.end(session, child));
        dialled.waitForOthers(CallWait.Kind.HOLD, wait.get().verb());
        var limit = dialled.flow().settings().seconds(CallSettings.Name.TIME_LIMIT, CallTimes.LONGEST);
        dialled.schedule(
                CallSession.Step.HANG_UP, limit.compareTo(CallTimes.CONVERSATION) < 0 ? limit : CallTimes.CONVERSATION);
    }

    /** One of the dialled calls is over. */
    static void childEnded(CallSession session) {
        var wait = session.flow().waiting().filter(w -> w.kind() == CallWait.Kind.DIAL);
        if (wait.isPresent() && wait.get().children().stream().allMatch(child -> isOver(session, child))) {
            session.interrupt();
            finish(session, wait.get());
        }
    }

    private static boolean isOver(CallSession session, String child) {
        return Call.find(session.world(), child).map(Call::isOver).orElse(true);
    }

    /** Requests the action, or goes on with the next verb. */
    private static void finish(CallSession session, CallWait wait) {
        session.flow().clearWait();
        var fields = result(session, wait);
        session.transcribe("dialled", Json.object().put("text", fields.get("DialCallStatus")));
        if (wait.verb().attribute("action").isPresent()) {
            VoiceRequests.action(session, wait.verb(), fields);
        }
    }

    private static Map<String, String> result(CallSession session, CallWait wait) {
        var fields = new LinkedHashMap<String, String>();
        var bridged = session.flow().note(CallFlow.Note.BRIDGED);
        var last = wait.children().stream()
                .filter(child -> bridged.isEmpty() || child.equals(bridged))
                .reduce((first, second) -> second)
                .flatMap(child -> Call.find(session.world(), child));
        fields.put("DialCallStatus", last.map(call -> call.status().text()).orElse(CallStatus.FAILED.text()));
        last.ifPresent(call -> {
            fields.put("DialCallSid", call.sid());
            fields.put("DialCallDuration", String.valueOf(call.duration()));
        });
        fields.put("DialBridged", String.valueOf(!bridged.isEmpty()));
        if (!bridged.isEmpty()
                && !wait.verb().attribute("record").orElse(DO_NOT_RECORD).equals(DO_NOT_RECORD)) {
            fields.putAll(RecordVerb.parameters(record(session, wait, last.orElseThrow())));
        }
        return fields;
    }

    private static Recording record(CallSession session, CallWait wait, Call talk) {
        var recording = Recording.start(
                session.world(),
                session.call().accountSid(),
                session.call().sid(),
                "DialVerb",
                wait.verb().attribute("record").orElse("").endsWith("-dual") ? 2 : 1,
                session.flow().settings().text(CallSettings.Name.BASE_URL).orElse(""),
                RecordVerb.listener(session, wait.verb()));
        recording.complete(Duration.ofSeconds(talk.duration()));
        return recording;
    }

    /** The caller pressed keys: with {@code hangupOnStar}, a star ends the talk. */
    static void pressed(CallSession session, CallWait wait, String keys) {
        if (wait.verb().flag("hangupOnStar") && keys.contains("*")) {
            wait.children().forEach(child -> CallEnding.end(session, child));
        }
    }
}
