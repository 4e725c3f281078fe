package dev.treaty.consumer.campaigndialer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call as the dialler sees it; Twilio's other fields are ignored.
 *
 * @param sid Twilio's id, {@code CA} and 32 hexadecimal digits
 * @param duration to the second; zero until the call has ended
 */
public record Call(String sid, PhoneNumber to, CallStatus status, AnsweredBy answeredBy, Duration duration) {

    /** Who answered the call, according to Twilio (answering machine detection). */
    public enum AnsweredBy {
        HUMAN,
        MACHINE,
        /** Not answered yet, or not clear. */
        UNKNOWN;

        static AnsweredBy of(@Nullable String twilio) {
            if (twilio == null) {
                return UNKNOWN;
            }
            return switch (twilio) {
                case "human" -> HUMAN;
                case "machine_start", "fax" -> MACHINE;
                default -> UNKNOWN;
            };
        }
    }

    static Call of(com.twilio.rest.api.v2010.account.Call call) {
        return new Call(
                requireNonNull(call.getSid()),
                new PhoneNumber(requireNonNull(call.getTo())),
                CallStatus.of(String.valueOf(call.getStatus())),
                AnsweredBy.of(call.getAnsweredBy()),
                seconds(call.getDuration()));
    }

    static Duration seconds(@Nullable String seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
