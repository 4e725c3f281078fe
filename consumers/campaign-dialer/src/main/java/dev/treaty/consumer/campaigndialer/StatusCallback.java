package dev.treaty.consumer.campaigndialer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Twilio reports about a message or a call while it is under way; reports may arrive late, twice or in any order. */
public sealed interface StatusCallback {

    /**
     * A message made progress, or failed.
     *
     * @param errorCode why it was not delivered, else null
     */
    record SmsChanged(
            String sid,
            PhoneNumber to,
            SmsStatus status,
            @Nullable Integer errorCode) implements StatusCallback {}

    /**
     * A call made progress, or ended.
     *
     * @param duration to the second; zero until the call has ended
     */
    record CallChanged(String sid, PhoneNumber to, CallStatus status, Duration duration) implements StatusCallback {}

    /** Not from Twilio, or changed in transit: respond with 403 and do nothing. */
    record Forged() implements StatusCallback {}
}
