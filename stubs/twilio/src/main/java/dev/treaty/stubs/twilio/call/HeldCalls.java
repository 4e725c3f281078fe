package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.call.CallFlow.Note;
import dev.treaty.stubs.twilio.conference.ConferenceTerms;
import dev.treaty.stubs.twilio.conference.Conferences;
import dev.treaty.stubs.twilio.queue.Agents;
import dev.treaty.stubs.twilio.queue.Queues;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls in conferences and queues.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/enqueue">Twilio, Enqueue</a>
 */
final class HeldCalls {

    private static final int WAIT_SECONDS = 30;

    private HeldCalls() {}

    /** {@code <Dial><Conference>}. */
    static void confer(CallSession session, TwimlElement verb, TwimlElement noun) {
        session.transcribe(verb.name(), noun.text());
        var terms = ConferenceTerms.of(noun, VoiceRequests.url(session, noun, "statusCallback"));
        var call = session.call();
        var conference = Conferences.join(session.world(), call.accountSid(), noun.text(), call.sid(), terms);
        if (conference.isEmpty()) {
            dialled(session, verb, "failed");
            return;
        }
        session.flow().setNote(Note.CONFERENCE, conference.get());
        session.waitForOthers(CallWait.Kind.HOLD, verb);
        if (Conferences.hasStarted(session.world(), conference.get())) {
            started(session, conference.get());
        } else {
            hear(session, noun);
        }
    }

    /** Those who have waited for a conference hear each other now. */
    private static void started(CallSession session, String conference) {
        Conferences.calls(session.world(), conference).stream()
                .filter(call -> !call.equals(session.call().sid()))
                .flatMap(call -> CallSession.open(session.world(), call).stream())
                .forEach(other -> {
                    other.endAside();
                    other.store();
                });
    }

    /** {@code <Enqueue>}. */
    static void enqueue(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), verb.text());
        var call = session.call();
        var queue = Queues.enter(
                session.world(), call.accountSid(), verb.text(), call.sid(), verb.number("maxQueueSize", 0));
        if (queue.isEmpty()) {
            act(session, verb, Map.of("QueueResult", "queue-full", "QueueTime", "0"));
            return;
        }
        session.flow().setNote(Note.QUEUE, queue.get());
        session.flow().setNote(Note.PARTNER, "");
        session.waitForOthers(CallWait.Kind.HOLD, verb);
        Agents.next(session.world(), queue.get())
                .flatMap(agent -> CallSession.open(session.world(), agent))
                .ifPresentOrElse(
                        agent -> {
                            connect(agent, session);
                            agent.store();
                        },
                        () -> hear(session, verb));
    }

    /** Whoever waits hears what {@code waitUrl} says, and may press keys. */
    private static void hear(CallSession session, TwimlElement verb) {
        if (verb.attribute("waitUrl").filter(url -> !url.isBlank()).isPresent()) {
            session.flow().setAside();
            requestWaitTwiml(session);
        }
    }

    /** Requests {@code waitUrl}, again and again while the call waits. */
    static void requestWaitTwiml(CallSession session) {
        session.flow().aside().map(CallWait::verb).ifPresent(verb -> {
            var place = Queues.waiting(session.world(), session.call().sid());
            VoiceRequests.requestWaitTwiml(
                    session, verb.is("Enqueue") ? verb : verb.children().get(0), place);
        });
    }

    /** {@code <Leave>}: a call leaves its queue, and goes on after the {@code <Enqueue>}. */
    static void leaveQueue(CallSession session, TwimlElement verb) {
        session.transcribe(verb.name(), verb.text());
        if (session.flow().aside().isPresent()) {
            session.interrupt().ifPresent(wait -> finish(session, wait, "leave"));
        }
    }

    /** {@code <Dial><Queue>}: connects with the first in the queue, or waits for somebody to come. */
    static void dialQueue(CallSession session, TwimlElement verb, TwimlElement noun) {
        session.transcribe(verb.name(), noun.text());
        var queue = Queues.find(session.world(), session.call().accountSid(), noun.text());
        if (queue.isEmpty()) {
            dialled(session, verb, "failed");
            return;
        }
        var sid = queue.get().path("sid").asText();
        session.flow().setNote(Note.PARTNER, "");
        var wait = session.waitForOthers(CallWait.Kind.HOLD, verb);
        var member = Queues.front(session.world(), sid).flatMap(call -> CallSession.open(session.world(), call));
        if (member.isPresent()) {
            connect(session, member.get());
            member.get().store();
            return;
        }
        Agents.wait(session.world(), sid, session.call().sid());
        wait.setHandle(session.schedule(
                CallSession.Step.QUEUE_EMPTY, Duration.ofSeconds(verb.number("timeout", WAIT_SECONDS))));
        session.flow().setWait(wait);
    }

    private static void connect(CallSession agent, CallSession member) {
        member.endAside();
        Queues.leave(agent.world(), member.call().sid());
        Agents.leave(agent.world(), agent.call().sid());
        agent.flow().waiting().ifPresent(wait -> {
            if (!wait.handle().isEmpty()) {
                agent.world().due().cancel(wait.handle());
                wait.setHandle("");
                agent.flow().setWait(wait);
            }
        });
        agent.flow().setNote(Note.PARTNER, member.call().sid());
        member.flow().setNote(Note.PARTNER, agent.call().sid());
        agent.transcribe("connected", member.call().sid());
        member.transcribe("connected", agent.call().sid());
    }

    /** Nobody has come in time. */
    static void queueEmpty(CallSession session) {
        Agents.leave(session.world(), session.call().sid());
        session.interrupt().ifPresent(wait -> dialled(session, wait.verb(), "no-answer"));
    }

    /** What a call was in is over; the call goes on. */
    static void left(CallSession session) {
        session.endAside();
        if (session.call().isInProgress()
                && session.flow()
                        .waiting()
                        .filter(w -> w.kind() == CallWait.Kind.HOLD)
                        .isPresent()) {
            session.interrupt().ifPresent(wait -> finish(session, wait, "leave"));
        }
    }

    /** The API has a call of a queue go on elsewhere. */
    static void dequeued(CallSession session, ObjectNode data) {
        if (session.call().isInProgress()) {
            session.interrupt();
            session.flow().setNote(Note.QUEUE, "");
            VoiceRequests.request(
                    session, data.path("method").asText(), data.path("url").asText(), Map.of());
        }
    }

    /** A call leaves by itself: it is over, or does something else. */
    static void leave(CallSession session, CallWait wait) {
        if (session.call().isOver()) {
            if (session.call().parentSid().isEmpty()
                    && wait.verb().attribute("action").isPresent()) {
                VoiceRequests.action(session, wait.verb(), fields(session, wait, "hangup"));
            }
        }
        forget(session);
    }

    private static void finish(CallSession session, CallWait wait, String how) {
        var fields = fields(session, wait, how);
        forget(session);
        act(session, wait.verb(), fields);
    }

    /** Leaves conference and queue, and tells the one that it was connected with. */
    private static void forget(CallSession session) {
        var call = session.call().sid();
        var partner = session.flow().note(Note.PARTNER);
        if (!partner.isEmpty()) {
            session.flow().setNote(Note.PARTNER, "");
            session.tell(partner, CallSession.Step.LEFT, Json.object());
        }
        Agents.leave(session.world(), call);
        if (!session.flow().note(Note.QUEUE).isEmpty()) {
            session.flow().setNote(Note.QUEUE, "");
            Queues.leave(session.world(), call);
        }
        notComing(session);
    }

    /** Leaves the conference that it is in, or was to join. */
    static void notComing(CallSession session) {
        var conference = session.flow().note(Note.CONFERENCE);
        if (!conference.isEmpty()) {
            session.flow().setNote(Note.CONFERENCE, "");
            Conferences.leave(session.world(), conference, session.call().sid());
        }
    }

    private static Map<String, String> fields(CallSession session, CallWait wait, String how) {
        var seconds =
                String.valueOf(Duration.between(wait.since(), session.now()).toSeconds());
        var partner = session.flow().note(Note.PARTNER);
        var fields = new LinkedHashMap<String, String>();
        if (wait.verb().is("Enqueue")) {
            fields.put("QueueResult", partner.isEmpty() ? how : "bridged");
            fields.put("QueueTime", seconds);
            fields.put("QueueSid", session.flow().note(Note.QUEUE));
        } else if (partner.isEmpty()) {
            fields.put("DialCallStatus", "answered");
        } else {
            fields.put("DialCallStatus", "completed");
            fields.put("DialCallSid", partner);
            fields.put("DialCallDuration", seconds);
        }
        return fields;
    }

    private static void dialled(CallSession session, TwimlElement verb, String status) {
        act(session, verb, Map.of("DialCallStatus", status));
    }

    /** Requests the action, or goes on with the next verb. */
    private static void act(CallSession session, TwimlElement verb, Map<String, String> fields) {
        if (verb.attribute("action").isPresent()) {
            VoiceRequests.action(session, verb, fields);
        }
    }
}
