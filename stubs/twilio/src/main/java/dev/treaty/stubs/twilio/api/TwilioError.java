package dev.treaty.stubs.twilio.api;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;

/**
 * Why Twilio refuses a request: the code, the status of the response unless it is 400, and the message, whose {@code %s} are what the
 * request said.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, error and warning dictionary</a>
 */
public enum TwilioError {
    ACCOUNT_NOT_ACTIVE(10001, 403, "Account is not active"),
    INVALID_PARAMETER(20001, "Invalid parameter: %s"),
    MISSING_PARAMETER(20001, "Missing required parameter %s in the post body"),
    AUTHENTICATE(20003, 401, "Authenticate"),
    METHOD_NOT_ALLOWED(20004, 405, "Method not allowed"),
    CANNOT_DELETE_BEFORE_COMPLETE(20009, 409, "Cannot delete this resource before it is complete"),
    NOT_FOUND(20404, 404, "The requested resource %s was not found"),
    QUEUE_EXISTS(20409, 409, "A queue named %s exists already"),
    QUEUE_NOT_EMPTY(20409, 409, "Cannot delete this queue because calls wait in it"),
    TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
    NESTED_SUBACCOUNT(21101, "Subaccounts cannot contain subaccounts"),
    CALL_TO_REQUIRED(21201, "No 'To' number is specified"),
    TWIML_REQUIRED(21205, "Url parameter is required."),
    INVALID_TWIML_URL(21205, "%s is not a valid URL: %s"),
    INVALID_SEND_DIGITS(21206, "SendDigits is not valid: %s"),
    INVALID_TIMEOUT(21208, "%s is not valid: %s"),
    INVALID_CALL_METHOD(21209, "%s must be GET or POST, not %s"),
    CALLER_NOT_VERIFIED(
            21210,
            "The source phone number provided, %s, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio."),
    INVALID_CALLEE(21211, "The phone number you are attempting to call, %s, is not valid."),
    INVALID_TO(21211, "Invalid 'To' Phone Number: %s"),
    INVALID_CALLER(21212, "The source phone number provided, %s, is not a valid phone number."),
    INVALID_FROM(21212, "Invalid 'From' Phone Number: %s"),
    CALL_FROM_REQUIRED(21213, "No 'From' number is specified"),
    CALLEE_UNREACHABLE(21214, "The phone number you are attempting to call, %s, cannot be reached."),
    CALLEE_NOT_PERMITTED(
            21215,
            "Account not authorized to call %s. Perhaps you need to enable some international permissions: https://www.twilio.com/console/voice/calls/geo-permissions/low-risk"),
    CALLEE_BLOCKED(21216, "Account not allowed to call %s"),
    CALLEE_NOT_VALID(21217, "Phone number does not appear to be valid"),
    INVALID_APPLICATION(21218, "ApplicationSid %s is not valid."),
    CALL_NOT_IN_PROGRESS(21220, "Call is not in-progress. Cannot redirect."),
    CALL_ALREADY_OVER(21220, "Call is already over. Cannot change its status."),
    CALL_NOT_RECORDABLE(21220, "Requested resource is not eligible for recording"),
    NOBODY_LISTENS(21220, "Call is already over. Nobody listens."),
    RECORDING_OVER(21220, "Recording is not in-progress. Cannot change its status."),
    CALLER_ID_VERIFIED(21450, "Phone number already validated for your account"),
    TO_IS_FROM(21266, "'To' and 'From' number cannot be the same: %s"),
    INVALID_METHOD(21403, "%s is not a valid HTTP method: %s"),
    REGION_NOT_ENABLED(
            21408, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %s"),
    INVALID_NUMBER_TO_BUY(21421, "%s is not a valid number."),
    NUMBER_NOT_AVAILABLE(21422, "%s is not available."),
    INVALID_AREA_CODE(21451, "The area code %s is not valid."),
    NO_NUMBERS_IN_AREA_CODE(21452, "No phone numbers found in area code %s."),
    NO_ACCOUNT_TO_TRANSFER_TO(21471, "Account %s does not exist"),
    ACCOUNT_TO_TRANSFER_TO_NOT_ACTIVE(21472, "Account %s is not active"),
    INVALID_ACCOUNT_STATUS(21475, "Unable to update Status, invalid Status: %s"),
    STATUS_OF_PARENT(21477, "Unable to update Status for parent accounts"),
    ACCOUNT_IS_CLOSED(21479, "Unable to update Status for subaccount, subaccount has been closed."),
    INVALID_URL(21502, "%s is not a valid URL: %s"),
    BODY_REQUIRED(21602, "Message body is required."),
    FROM_REQUIRED(21603, "A 'From' phone number is required."),
    TO_REQUIRED(21604, "A 'To' phone number is required."),
    FROM_NOT_OWNED(
            21606,
            "The From phone number %s is not a valid, message-capable Twilio phone number for this destination: this account has not bought it. Buy it with POST IncomingPhoneNumbers, or send from +15005550006, which every account owns."),
    INVALID_STATUS_CALLBACK(21609, "The 'StatusCallback' URL %s is not a valid URL."),
    OPTED_OUT(21610, "Attempt to send to unsubscribed recipient"),
    QUEUE_IS_FULL(21611, "This 'From' number has exceeded the maximum number of queued messages: %s"),
    NOT_REACHABLE(
            21612, "The 'To' phone number: %s, is not currently reachable using the 'From' phone number: %s via SMS."),
    NOT_A_MOBILE_NUMBER(21614, "To number: %s, is not a mobile number"),
    BODY_TOO_LONG(21617, "The concatenated message body exceeds the 1600 character limit."),
    CONTENT_REQUIRED(21619, "A text message body or media urls must be specified."),
    INVALID_MEDIA_URL(21620, "Invalid media URL(s): %s"),
    TOO_MANY_MEDIA(21623, "Number of media files exceeds allowed limit."),
    INVALID_VALIDITY_PERIOD(
            21624, "Invalid validity period value: %s. It can only be set to integers between 1 and 36,000 seconds."),
    NO_SUCH_SERVICE(21701, "The Messaging Service does not exist."),
    NO_SENDERS_IN_SERVICE(21704, "The Messaging Service contains no phone numbers."),
    INVALID_SERVICE(21705, "The Messaging Service Sid %s is invalid."),
    SENDER_ALREADY_IN_SERVICE(21710, 409, "Phone Number or Short Code is already in the Messaging Service."),
    SENDER_IN_ANOTHER_SERVICE(
            21712, 409, "Phone Number or Short Code %s is associated with another Messaging Service."),
    DIFFERENT_CHANNELS(21910, "Invalid From and To pair. From and To should be of the same channel"),
    ACCOUNT_SUSPENDED(30002, "Account suspended"),
    INVALID_UPDATE(30400, "Parameters are not valid: %s"),
    CANNOT_BE_CANCELED(30409, 409, "This message cannot be canceled"),
    SEND_AT_MISSING(35111, "SendAt cannot be empty for ScheduleType 'fixed'"),
    SEND_AT_OUT_OF_RANGE(
            35114, "SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive"),
    SERVICE_REQUIRED_TO_SCHEDULE(35118, "MessagingServiceSid is required to schedule a message"),
    INVALID_SCHEDULE_TYPE(35126, "The ScheduleType value provided is not supported for this channel"),
    INVALID_VERIFY_PARAMETER(60200, "Invalid parameter `%s`: %s"),
    MAX_CHECK_ATTEMPTS(60202, 429, "Max check attempts reached"),
    MAX_SEND_ATTEMPTS(60203, 429, "Max send attempts reached"),
    VERIFY_FEATURE_NOT_SUPPORTED(60204, 403, "Service does not support this feature"),
    VERIFY_LANDLINE(60205, 403, "SMS is not supported by landline phone number"),
    ;

    private static final int BAD_REQUEST = 400;

    private final int code;
    private final int status;
    private final String message;

    TwilioError(int code, String message) {
        this(code, BAD_REQUEST, message);
    }

    TwilioError(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /** E.g. 21211. */
    public int code() {
        return code;
    }

    /**
     * The message about a request.
     *
     * @param values for its {@code %s}
     */
    public String message(Object... values) {
        return String.format(Locale.ROOT, message, values);
    }

    /**
     * What the client gets.
     *
     * @param values for the message's {@code %s}
     */
    public StubResponse response(Object... values) {
        return response(code, status, message(values));
    }

    /**
     * To throw.
     *
     * @param values for the message's {@code %s}
     */
    public VendorError with(Object... values) {
        return new VendorError(response(values));
    }

    /** To throw when nothing has the id that the path ends with; a contract that names the id may answer instead. */
    public static VendorError notFound(String path, String id) {
        return NOT_FOUND.with(path).ofUnknownId(id);
    }

    /** An error in Twilio's shape, which every SDK raises as its own. */
    public static StubResponse response(int code, int status, String message) {
        var error = Json.object()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        var response = Responses.json(status, error);
        return switch (status) {
            case 401 -> response.withHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
            case 429 -> response.withHeader("Retry-After", "1");
            default -> response;
        };
    }
}
