package dev.treaty.consumer.campaigndialer;

import java.time.Duration;

/**
 * The result of trying to contact somebody. The dialler sends at most one request per attempt and never repeats it,
 * so an attempt reaches a person at most once.
 *
 * @param <T> what was sent: {@link Sms} or {@link Call}
 */
public sealed interface ContactResult<T> {

    /** Twilio accepted it; {@link StatusCallbacks} reports the outcome. */
    record Accepted<T>(T sent) implements ContactResult<T> {}

    /** No telephone has this number (Twilio errors 21211 for a message and 21217 for a call); trying again will not help. */
    record InvalidNumber<T>(PhoneNumber to) implements ContactResult<T> {}

    /** The recipient is on the {@link DoNotContactList}, or has just been put there because they opted out (21610). */
    record DoNotContact<T>(PhoneNumber to) implements ContactResult<T> {}

    /**
     * Twilio has certainly not accepted it: too many requests (429, 20429), or Twilio could not be reached.
     *
     * @param after how long to wait before the next attempt
     */
    record TryLater<T>(Duration after) implements ContactResult<T> {}

    /**
     * Twilio may or may not have accepted it: the response was a server error, late or unreadable. Trying again
     * risks contacting the recipient twice; check first whether {@link SmsHistory} or a status callback knows of it.
     *
     * @param reason for the log, without any secret
     */
    record Unconfirmed<T>(String reason) implements ContactResult<T> {}
}
