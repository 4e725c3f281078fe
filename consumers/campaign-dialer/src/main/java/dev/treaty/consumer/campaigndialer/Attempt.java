package dev.treaty.consumer.campaigndialer;

import java.time.Duration;

/**
 * The result of trying to contact somebody. The dialler asks Twilio at most once per attempt and never repeats a request by
 * itself, so an attempt reaches a person at most once.
 *
 * @param <T> what was sent: {@link Sms} or {@link Call}
 */
public sealed interface Attempt<T> {

    /** Twilio took it; {@link StatusCallbacks} reports what became of it. */
    record Accepted<T>(T sent) implements Attempt<T> {}

    /** No telephone has this number (Twilio error 21211); trying again will not help. */
    record InvalidNumber<T>(PhoneNumber to) implements Attempt<T> {}

    /** The recipient is on the {@link DoNotContactList}, or has just been put there because they opted out (21610). */
    record DoNotContact<T>(PhoneNumber to) implements Attempt<T> {}

    /**
     * Twilio has certainly not taken it: too many requests (429, 20429), or nobody could be reached.
     *
     * @param after how long to wait before the next attempt
     */
    record TryLater<T>(Duration after) implements Attempt<T> {}

    /**
     * Twilio may have taken it, or not: it answered with a server error, or not in time, or not readably. To try again is to
     * risk that the recipient is contacted twice; look first whether {@link SmsHistory} or a status callback knows of it.
     *
     * @param reason for the log, without any secret
     */
    record Unconfirmed<T>(String reason) implements Attempt<T> {}
}
