package dev.treaty.stubs.twilio.call;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where a call is in its life.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#call-status-values">Twilio, call status values</a>
 */
enum CallStatus {
    /** Accepted, and not dialled yet. */
    QUEUED("queued"),
    RINGING("ringing"),
    /** Answered. */
    IN_PROGRESS("in-progress"),
    /** Answered, and over. */
    COMPLETED("completed"),
    BUSY("busy"),
    FAILED("failed"),
    NO_ANSWER("no-answer"),
    /** Given up by the API before it was answered. */
    CANCELED("canceled");

    private final String text;

    CallStatus(String text) {
        this.text = text;
    }

    /** As Twilio writes it. */
    String text() {
        return text;
    }

    static Optional<CallStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text.equals(text))
                .findFirst();
    }

    /** What may follow. */
    Set<CallStatus> next() {
        return switch (this) {
            case QUEUED -> Set.of(RINGING, FAILED, BUSY, CANCELED);
            case RINGING -> Set.of(IN_PROGRESS, BUSY, NO_ANSWER, FAILED, CANCELED);
            case IN_PROGRESS -> Set.of(COMPLETED);
            case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> Set.of();
        };
    }

    /** Whether nothing may follow. */
    boolean isOver() {
        return next().isEmpty();
    }
}
