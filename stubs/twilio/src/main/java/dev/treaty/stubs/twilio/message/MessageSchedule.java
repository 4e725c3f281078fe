package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a message is to be sent: {@code ScheduleType} and {@code SendAt}.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/features/message-scheduling">Twilio, message scheduling</a>
 */
final class MessageSchedule {

    private static final Duration EARLIEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(35);

    private MessageSchedule() {}

    /**
     * The time that a request asks for; empty for at once.
     *
     * @param hasService whether it names a messaging service, without which nothing can be scheduled
     * @throws dev.treaty.stubs.vendor.VendorError 35111, 35114, 35118 or 35126
     */
    static Optional<Instant> read(Parameters parameters, Instant now, boolean hasService) {
        var type = parameters.text("ScheduleType");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!type.get().equals("fixed")) {
            throw TwilioError.INVALID_SCHEDULE_TYPE.with();
        }
        if (!hasService) {
            throw TwilioError.SERVICE_REQUIRED_TO_SCHEDULE.with();
        }
        var sendAt = time(parameters.text("SendAt").orElseThrow(TwilioError.SEND_AT_MISSING::with));
        if (sendAt.isBefore(now.plus(EARLIEST)) || sendAt.isAfter(now.plus(LATEST))) {
            throw TwilioError.SEND_AT_OUT_OF_RANGE.with();
        }
        return Optional.of(sendAt);
    }

    private static Instant time(String text) {
        try {
            return TwilioDates.parseIso8601(text);
        } catch (DateTimeException e) {
            throw TwilioError.SEND_AT_OUT_OF_RANGE.with();
        }
    }
}
