package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Locale;

/**
 * Why Twilio does not make or change a call; {@code %s} are what the request said.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, error and warning dictionary</a>
 */
enum CallRefusal {
    NO_TO(21201, "No 'To' number is specified"),
    NO_URL(21205, "Url parameter is required."),
    INVALID_URL(21205, "%s is not a valid URL: %s"),
    INVALID_SEND_DIGITS(21206, "SendDigits is not valid: %s"),
    INVALID_TIMEOUT(21208, "%s is not valid: %s"),
    INVALID_METHOD(21209, "%s must be GET or POST, not %s"),
    FROM_NOT_VERIFIED(
            21210,
            "The source phone number provided, %s, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio."),
    INVALID_TO(21211, "The phone number you are attempting to call, %s, is not valid."),
    INVALID_FROM(21212, "The source phone number provided, %s, is not a valid phone number."),
    NO_FROM(21213, "No 'From' number is specified"),
    TO_UNREACHABLE(21214, "The phone number you are attempting to call, %s, cannot be reached."),
    NOT_PERMITTED(
            21215,
            "Account not authorized to call %s. Perhaps you need to enable some international permissions: https://www.twilio.com/console/voice/calls/geo-permissions/low-risk"),
    BLOCKED(21216, "Account not allowed to call %s"),
    TO_NOT_VALID(21217, "Phone number does not appear to be valid"),
    INVALID_APPLICATION(21218, "ApplicationSid %s is not valid."),
    NOT_IN_PROGRESS(21220, "Call is not in-progress. Cannot redirect."),
    ALREADY_OVER(21220, "Call is already over. Cannot change its status."),
    NOT_RECORDABLE(21220, "Requested resource is not eligible for recording"),
    NOTHING_LISTENS(21220, "Call is already over. Nobody listens."),
    INVALID_STATUS_CALLBACK(21609, "The 'StatusCallback' URL %s is not a valid URL."),
    ;

    private static final int BAD_REQUEST = 400;

    private final int code;
    private final String message;

    CallRefusal(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** To throw. */
    VendorError with(Object... values) {
        return new VendorError(TwilioError.response(code, BAD_REQUEST, String.format(Locale.ROOT, message, values)));
    }
}
