package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that stand for what can go wrong with a message: those of Twilio's test credentials, which refuse it, and those of the
 * replay, from {@code +15005550030} on, to which it is sent in vain.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials#test-sms-messages">Twilio, test credentials</a>
 */
final class MagicRecipients {

    private static final Map<String, TwilioError> SENDERS = Map.of(
            "+15005550001", TwilioError.INVALID_FROM,
            "+15005550007", TwilioError.FROM_NOT_OWNED,
            "+15005550008", TwilioError.QUEUE_IS_FULL);

    private static final Map<String, TwilioError> RECIPIENTS = Map.of(
            "+15005550001", TwilioError.INVALID_TO,
            "+15005550002", TwilioError.NOT_REACHABLE,
            "+15005550003", TwilioError.REGION_NOT_ENABLED,
            "+15005550004", TwilioError.OPTED_OUT,
            "+15005550009", TwilioError.NOT_A_MOBILE_NUMBER);

    private static final Map<String, Failure> FAILURES = Map.of(
            "+15005550030", new Failure(MessageStatus.UNDELIVERED, 30006, "Landline or unreachable carrier"),
            "+15005550035", new Failure(MessageStatus.UNDELIVERED, 30003, "Unreachable destination handset"),
            "+15005550036", new Failure(MessageStatus.UNDELIVERED, 30005, "Unknown destination handset"),
            "+15005550037", new Failure(MessageStatus.UNDELIVERED, 30007, "Message filtered"),
            "+15005550038", new Failure(MessageStatus.FAILED, 30008, "Unknown error"));

    private MagicRecipients() {}

    /** Why nothing can be sent from a number, if it is magic. */
    static Optional<VendorError> refusalOfSender(PhoneNumber sender) {
        return Optional.ofNullable(SENDERS.get(sender.e164()))
                .map(error -> error.with(error == TwilioError.INVALID_FROM ? masked(sender) : sender));
    }

    /**
     * Why nothing can be sent to a number, if it is magic.
     *
     * @param sender as the request names it
     */
    static Optional<VendorError> refusalOfRecipient(PhoneNumber recipient, String sender) {
        return Optional.ofNullable(RECIPIENTS.get(recipient.e164()))
                .map(error -> error.with(error == TwilioError.NOT_REACHABLE ? recipient : masked(recipient), sender));
    }

    private static String masked(PhoneNumber number) {
        return PhoneNumber.masked(number.e164());
    }

    /** What becomes of a message to a number; empty if it is delivered. */
    static Optional<Failure> failure(String recipient) {
        return Optional.ofNullable(FAILURES.get(recipient));
    }

    /** What Twilio's error code says, if it is one of those above. */
    static String errorMessage(int code) {
        return FAILURES.values().stream()
                .filter(failure -> failure.code() == code)
                .map(Failure::message)
                .findFirst()
                .orElse(code == TwilioError.OPTED_OUT.code() ? TwilioError.OPTED_OUT.message() : "Unknown error");
    }

    /**
     * How a message ends that is not delivered.
     *
     * @param code e.g. 30006
     */
    record Failure(MessageStatus status, int code, String message) {}
}
