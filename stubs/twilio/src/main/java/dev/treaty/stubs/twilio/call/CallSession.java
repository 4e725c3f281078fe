package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A call during a unit of work; what is changed counts when it is stored. */
record CallSession(World world, Call call, CallFlow flow) {

    /** The field of a due thing's data that says which call it is about. */
    static final String CALL = "call";

    /** A call that exists. */
    static Optional<CallSession> open(World world, String sid) {
        return Call.find(world, sid)
                .flatMap(call -> CallFlow.find(world, sid).map(flow -> new CallSession(world, call, flow)));
    }

    /** A step of a call's life; nothing happens if the call has been deleted. */
    static DueAction step(Consumer<CallSession> step) {
        return step((session, data) -> step.accept(session));
    }

    /** A step of a call's life that needs what was given when it was scheduled. */
    static DueAction step(BiConsumer<CallSession, ObjectNode> step) {
        return (world, data) -> open(world, data.path(CALL).asText()).ifPresent(session -> {
            step.accept(session, data);
            session.store();
        });
    }

    void store() {
        call.store(world);
        flow.store(world);
    }

    Instant now() {
        return world.now();
    }

    /** Schedules a step of this call's life. */
    String schedule(Step step, Duration after) {
        return schedule(step, after, Json.object());
    }

    /** Schedules a step that needs further data. */
    String schedule(Step step, Duration after, ObjectNode data) {
        return world.due().schedule(now().plus(after), step.action(), data.put(CALL, call.sid()));
    }

    /** Schedules a step of another call's life. */
    void tell(String sid, Step step, ObjectNode data) {
        world.due().schedule(now(), step.action(), data.put(CALL, sid));
    }

    /** Lets a verb take time. */
    CallWait waitFor(CallWait.Kind kind, TwimlElement verb, Duration duration) {
        var wait = CallWait.of(kind, verb, now());
        if (!duration.isZero()) {
            flow.timePasses();
        }
        wait.setHandle(schedule(Step.CONTINUE, duration));
        flow.setWait(wait);
        return wait;
    }

    /** Lets a verb take as long as others do not end it. */
    CallWait waitForOthers(CallWait.Kind kind, TwimlElement verb) {
        var wait = CallWait.of(kind, verb, now());
        flow.timePasses();
        flow.setWait(wait);
        return wait;
    }

    /** Ends what takes time, and returns it; who does something else while waiting for others does not wait for them any more. */
    Optional<CallWait> interrupt() {
        endAside();
        return waitOver();
    }

    /** Ends what a call does while it waits for others; it then does nothing but wait for them. */
    void endAside() {
        if (flow.aside().isPresent()) {
            waitOver();
            flow.goBack();
        }
    }

    /** Ends what takes time at present, and returns it. */
    Optional<CallWait> waitOver() {
        var wait = flow.waiting();
        wait.map(CallWait::handle).filter(handle -> !handle.isEmpty()).ifPresent(world.due()::cancel);
        flow.clearWait();
        return wait;
    }

    /** Adds to the transcript. */
    void transcribe(String verb, ObjectNode details) {
        flow.transcribe(now(), verb, details);
    }

    /** Adds a text to the transcript. */
    void transcribe(String verb, String text) {
        transcribe(verb, Json.object().put("text", text));
    }

    /** What is due later in a call's life; {@link CallsFeature} says what each does. */
    enum Step {
        /** A queued call is dialled. */
        DIAL,
        RING,
        ANSWER,
        /** Nobody has answered a ringing call. */
        GIVE_UP,
        /** It is known whether a person or a machine has answered. */
        DETECT,
        /** What the call waits for is over. */
        CONTINUE,
        /** A call that this one dialled is over. */
        CHILD_ENDED,
        /** The conference that the call took part in is over, or the one that it was connected with through a queue has left. */
        LEFT,
        /** The call was taken from its queue, and goes on elsewhere. */
        DEQUEUED,
        /** Nobody has come to the queue that the call dialled. */
        QUEUE_EMPTY,
        /** The other party hangs up, or the call has reached its time limit. */
        HANG_UP,
        /** The TwiML that the call waits for cannot be requested at all. */
        UNREACHABLE;

        /** By which it is scheduled. */
        String action() {
            return "twilio-call-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
