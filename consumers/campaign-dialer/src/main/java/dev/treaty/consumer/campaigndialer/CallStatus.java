package dev.treaty.consumer.campaigndialer;

/**
 * The progress of a call.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#call-status-values">Twilio's values</a>
 */
public enum CallStatus {
    /** Twilio will dial. */
    QUEUED,
    /** The telephone rings. */
    RINGING,
    /** Somebody or something answered. */
    IN_PROGRESS,
    /** Answered, and over. */
    COMPLETED,
    /** The line was busy. */
    BUSY,
    /** Nobody answered in time. */
    NO_ANSWER,
    /** The call could not be put through; the number may not exist. */
    FAILED,
    /** Hung up before it was answered. */
    CANCELED,
    /** A value that this client does not know. */
    UNKNOWN;

    static CallStatus of(String twilio) {
        return switch (twilio) {
            case "queued", "initiated" -> QUEUED;
            case "ringing" -> RINGING;
            case "in-progress" -> IN_PROGRESS;
            case "completed" -> COMPLETED;
            case "busy" -> BUSY;
            case "no-answer" -> NO_ANSWER;
            case "failed" -> FAILED;
            case "canceled" -> CANCELED;
            default -> UNKNOWN;
        };
    }
}
