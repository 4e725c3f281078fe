package dev.treaty.consumer.campaigndialer;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message as the dialler sees it; Twilio's other fields are ignored.
 *
 * @param sid Twilio's id, {@code SM} and 32 hexadecimal digits
 * @param body the text; empty once redacted
 * @param sentAt to the second; null until it is sent
 * @param errorCode why it was not delivered (<a href="https://www.twilio.com/docs/api/errors">Twilio's dictionary</a>), else
 *     null
 */
public record Sms(
        String sid,
        PhoneNumber to,
        SmsStatus status,
        String body,
        @Nullable Instant sentAt,
        @Nullable Integer errorCode) {

    static Sms of(Message message) {
        var sentAt = message.getDateSent();
        return new Sms(
                requireNonNull(message.getSid()),
                new PhoneNumber(requireNonNull(message.getTo())),
                SmsStatus.of(String.valueOf(message.getStatus())),
                requireNonNull(message.getBody()),
                sentAt == null ? null : sentAt.toInstant(),
                message.getErrorCode());
    }
}
