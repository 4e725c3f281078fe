package dev.treaty.consumer.campaigndialer;

/**
 * The progress of a text message.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Twilio's values</a>
 */
public enum SmsStatus {
    /** Twilio has it and will send it. */
    QUEUED,
    /** The carrier has it. */
    SENT,
    /** The carrier says that it arrived. */
    DELIVERED,
    /** The carrier could not or would not deliver it. */
    UNDELIVERED,
    /** It was never sent. */
    FAILED,
    /** A value that this client does not know. */
    UNKNOWN;

    static SmsStatus of(String twilio) {
        return switch (twilio) {
            case "accepted", "scheduled", "queued", "sending" -> QUEUED;
            case "sent" -> SENT;
            case "delivered", "read" -> DELIVERED;
            case "undelivered" -> UNDELIVERED;
            case "failed", "canceled" -> FAILED;
            default -> UNKNOWN;
        };
    }
}
