package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.message.TwimlMessage;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Does one verb after the other, until one takes time or other TwiML is awaited; at its end, it hangs up.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">Twilio, TwiML for voice</a>
 */
final class TwimlRunner {

    /** The verbs that are simulated. */
    private static final Map<String, BiConsumer<CallSession, TwimlElement>> VERBS = Map.ofEntries(
            Map.entry("Say", TwimlRunner::speak),
            Map.entry("Play", TwimlRunner::speak),
            Map.entry("Pause", TwimlRunner::speak),
            Map.entry("Gather", GatherVerb::start),
            Map.entry("Record", RecordVerb::start),
            Map.entry("Dial", DialVerb::start),
            Map.entry("Redirect", TwimlRunner::redirect),
            Map.entry("Sms", TwimlRunner::send),
            Map.entry("Message", TwimlRunner::send),
            Map.entry("Enqueue", HeldCalls::enqueue),
            Map.entry("Leave", HeldCalls::leaveQueue),
            Map.entry("Hangup", TwimlRunner::hangUp),
            Map.entry("Reject", TwimlRunner::hangUp));

    private static final BiConsumer<CallSession, TwimlElement> SKIP = TwimlRunner::skip;

    /** What a caller who waits in a queue may hear and do: https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waitUrl */
    private static final Set<String> IN_QUEUE = Set.of("Play", "Say", "Pause", "Gather", "Hangup", "Redirect", "Leave");

    /** What a caller who waits for a conference may hear: https://www.twilio.com/docs/api/errors/13238 */
    private static final Set<String> BEFORE_CONFERENCE = Set.of("Play", "Say", "Pause", "Redirect");

    private TwimlRunner() {}

    /** Goes on, if the call is in progress and waits for nothing. */
    static void proceed(CallSession session) {
        while (session.call().isInProgress() && !session.flow().isWaiting()) {
            var verb = session.flow().nextVerb();
            if (verb.isEmpty()) {
                end(session);
                return;
            }
            var name = verb.get().name();
            (isAllowed(session, name) ? VERBS.getOrDefault(name, SKIP) : SKIP).accept(session, verb.get());
        }
    }

    private static boolean isAllowed(CallSession session, String verb) {
        return session.flow()
                .aside()
                .map(wait -> wait.verb().is("Enqueue") ? IN_QUEUE : BEFORE_CONFERENCE)
                .filter(allowed -> !allowed.contains(verb))
                .isEmpty();
    }

    private static void end(CallSession session) {
        if (session.flow().aside().isPresent()) {
            HeldCalls.requestWaitTwiml(session);
        } else if (session.flow().note(CallFlow.Note.TO_CONNECT).isEmpty()) {
            CallEnding.end(session, CallStatus.COMPLETED);
        } else {
            session.flow().setNote(CallFlow.Note.TO_CONNECT, "");
            DialVerb.connect(session);
        }
    }

    /** What took time is over by itself. */
    static void waitOver(CallSession session) {
        session.waitOver().ifPresent(wait -> {
            switch (wait.kind()) {
                case PROMPT -> GatherVerb.promptsOver(session, wait);
                case GATHER -> GatherVerb.timedOut(session, wait);
                case RECORD -> RecordVerb.timedOut(session, wait);
                case VERB, DIAL, HOLD -> {}
            }
        });
        proceed(session);
    }

    private static void speak(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), verb.attribute("digits").orElse(verb.text()));
        var duration = CallTimes.of(verb);
        if (!duration.isZero()) {
            session.waitFor(CallWait.Kind.VERB, verb, duration);
        }
    }

    /** Without a URL, to the present TwiML. */
    private static void redirect(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), verb.text());
        var url = verb.text().isEmpty() ? session.flow().url() : verb.text();
        VoiceRequests.request(session, verb.attribute("method").orElse("POST"), url, Map.of());
    }

    /** Sends a message during the call, to the other party unless it says to whom. */
    private static void send(CallSession session, TwimlElement verb) {
        var call = session.call();
        session.transcribe(verb.name(), verb.text());
        new TwimlMessage(
                        session.world(),
                        call.accountSid(),
                        call.isInbound() ? call.to() : call.from(),
                        call.isInbound() ? call.from() : call.to(),
                        "outbound-call",
                        session.flow().url())
                .send(verb);
    }

    private static void hangUp(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), verb.text());
        CallEnding.end(session, CallStatus.COMPLETED);
    }

    /** Twilio would do something; the replay says that it does not. */
    private static void skip(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), Json.object().put("text", verb.text()).put("simulated", false));
    }
}
