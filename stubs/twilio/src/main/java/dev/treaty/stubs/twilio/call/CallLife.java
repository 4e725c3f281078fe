package dev.treaty.stubs.twilio.call;

import java.time.Duration;
import java.util.Map;

/** Dials, rings and is answered, or is not. Each step happens only if the call is still where it was when the step was scheduled. */
final class CallLife {

    private static final String DETECT_MESSAGE_END = "DetectMessageEnd";
    private static final int DEFAULT_TIMEOUT_SECONDS = 60;

    private CallLife() {}

    static void dial(CallSession session) {
        if (session.call().status() == CallStatus.QUEUED) {
            session.call().dialled(session.now());
            StatusCallbacks.tell(session, StatusCallbacks.INITIATED);
            session.schedule(CallSession.Step.RING, CallTimes.DIALLING);
        }
    }

    static void ring(CallSession session) {
        if (session.call().status() != CallStatus.QUEUED) {
            return;
        }
        var callee = Callee.at(session.call().to());
        if (callee == Callee.CANNOT_BE_REACHED) {
            CallEnding.end(session, CallStatus.FAILED);
            return;
        }
        session.call().become(CallStatus.RINGING, session.now());
        StatusCallbacks.tell(session, StatusCallbacks.RINGING);
        if (callee == Callee.DOES_NOT_ANSWER) {
            session.schedule(CallSession.Step.GIVE_UP, untilGivenUp(session));
        } else {
            session.schedule(CallSession.Step.ANSWER, CallTimes.RINGING);
        }
    }

    /** The time-out counts from when the call was made, so that a clock advanced by it is enough. */
    private static Duration untilGivenUp(CallSession session) {
        var timeout = session.flow()
                .settings()
                .seconds(CallSettings.Name.TIMEOUT, Duration.ofSeconds(DEFAULT_TIMEOUT_SECONDS));
        var left = timeout.minus(CallTimes.QUEUED).minus(CallTimes.DIALLING);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static void giveUp(CallSession session) {
        if (session.call().status() == CallStatus.RINGING) {
            CallEnding.end(session, CallStatus.NO_ANSWER);
        }
    }

    static void answer(CallSession session) {
        if (session.call().status() != CallStatus.RINGING) {
            return;
        }
        if (Callee.at(session.call().to()) == Callee.DECLINES) {
            CallEnding.end(session, CallStatus.BUSY);
            return;
        }
        CallAnswering.answered(session);
        if (session.call().parentSid().isPresent()) {
            answerDialled(session);
        } else if (detects(session)) {
            session.schedule(CallSession.Step.DETECT, detection(session));
            if (session.flow().settings().flag(CallSettings.Name.ASYNC_AMD)) {
                TwimlResponses.begin(session);
            }
        } else {
            TwimlResponses.begin(session);
        }
    }

    /** The dialled party hears its own TwiML first, if its number has a URL. */
    private static void answerDialled(CallSession session) {
        if (session.flow().settings().text(CallSettings.Name.URL).isPresent()) {
            session.flow().setNote(CallFlow.Note.TO_CONNECT, "true");
            TwimlResponses.begin(session);
        } else {
            DialVerb.connect(session);
        }
    }

    /** Twilio does not look for machines when it has to press keys. */
    private static boolean detects(CallSession session) {
        var settings = session.flow().settings();
        return settings.text(CallSettings.Name.MACHINE_DETECTION).isPresent()
                && settings.text(CallSettings.Name.SEND_DIGITS).isEmpty();
    }

    private static boolean isMachine(CallSession session) {
        return Callee.at(session.call().to()) == Callee.IS_A_MACHINE;
    }

    private static boolean waitsForBeep(CallSession session) {
        return session.flow()
                .settings()
                .text(CallSettings.Name.MACHINE_DETECTION)
                .filter(DETECT_MESSAGE_END::equals)
                .isPresent();
    }

    private static Duration detection(CallSession session) {
        return isMachine(session) && waitsForBeep(session) ? CallTimes.GREETING : CallTimes.DETECTION;
    }

    static void detect(CallSession session) {
        if (!session.call().isInProgress()) {
            return;
        }
        var machine = waitsForBeep(session) ? "machine_end_beep" : "machine_start";
        session.call().setAnsweredBy(isMachine(session) ? machine : "human");
        if (session.flow().settings().flag(CallSettings.Name.ASYNC_AMD)) {
            StatusCallbacks.tellAnsweredBy(session, detection(session).toMillis());
        } else {
            TwimlResponses.begin(session);
        }
    }

    /** The other party hangs up, or the time limit is reached. */
    static void hangUp(CallSession session) {
        switch (session.call().status()) {
            case IN_PROGRESS -> CallEnding.end(session, CallStatus.COMPLETED);
            case QUEUED -> CallEnding.end(session, CallStatus.BUSY);
            case RINGING ->
                CallEnding.end(session, session.call().isInbound() ? CallStatus.NO_ANSWER : CallStatus.BUSY);
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> {}
        }
    }

    /** What happens when a number is called; the last ones are the replay's own magic numbers. */
    private enum Callee {
        ANSWERS,
        DECLINES,
        DOES_NOT_ANSWER,
        CANNOT_BE_REACHED,
        IS_A_MACHINE;

        private static final Map<String, Callee> MAGIC = Map.of(
                "+15005550031", DECLINES,
                "+15005550032", DOES_NOT_ANSWER,
                "+15005550033", CANNOT_BE_REACHED,
                "+15005550034", IS_A_MACHINE);

        /** Who is at a number, a client or a SIP address. */
        static Callee at(String endpoint) {
            return MAGIC.getOrDefault(endpoint, ANSWERS);
        }
    }
}
