package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.recording.Recording;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/** Ends calls, with what hangs on them. */
final class CallEnding {

    private CallEnding() {}

    /** Ends a call; nothing happens if it is over. */
    static void end(CallSession session, CallStatus status) {
        var call = session.call();
        if (call.isOver()) {
            return;
        }
        var interrupted = session.interrupt();
        call.become(status, session.now());
        interrupted.ifPresent(wait -> leave(session, wait));
        HeldCalls.notComing(session);
        var limit = session.flow().note(CallFlow.Note.LIMIT);
        if (!limit.isEmpty()) {
            session.world().due().cancel(limit);
        }
        Recording.running(session.world(), call.sid()).forEach(Recording::complete);
        session.transcribe("ended", status.text());
        StatusCallbacks.tell(session, StatusCallbacks.COMPLETED);
        call.parentSid().ifPresent(parent -> session.tell(parent, CallSession.Step.CHILD_ENDED, Json.object()));
    }

    /** Ends what takes time, because the call is over, or does something else. */
    static void leave(CallSession session, CallWait wait) {
        switch (wait.kind()) {
            case RECORD ->
                RecordVerb.finish(session, wait, RecordVerb.HANGUP, Duration.between(wait.since(), session.now()));
            case DIAL -> {
                if (session.call().isOver()) {
                    session.flow().setWait(wait); // the last dialled call to end lets the action be requested
                }
                wait.children().forEach(child -> end(session, child));
            }
            case HOLD -> HeldCalls.leave(session, wait);
            case VERB, PROMPT, GATHER -> {}
        }
    }

    /** Ends a call that another one has dialled. */
    static void end(CallSession session, String child) {
        CallSession.open(session.world(), child).ifPresent(dialled -> {
            end(dialled, dialled.call().isInProgress() ? CallStatus.COMPLETED : CallStatus.CANCELED);
            dialled.store();
        });
    }
}
