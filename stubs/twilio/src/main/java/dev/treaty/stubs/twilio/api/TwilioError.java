package dev.treaty.stubs.twilio.api;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;

/**
 * Why Twilio refuses a request: the code, the status of the response, and the message, whose {@code %s} are what the request said.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, error and warning dictionary</a>
 */
public enum TwilioError {
    INVALID_PARAMETER(20001, 400, "Invalid parameter: %s"),
    MISSING_PARAMETER(20001, 400, "Missing required parameter %s in the post body"),
    AUTHENTICATE(20003, 401, "Authenticate"),
    CANNOT_DELETE_BEFORE_COMPLETE(20009, 409, "Cannot delete this resource before it is complete"),
    NOT_FOUND(20404, 404, "The requested resource %s was not found"),
    TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
    INVALID_TO(21211, 400, "Invalid 'To' Phone Number: %s"),
    INVALID_FROM(21212, 400, "Invalid 'From' Phone Number: %s"),
    TO_IS_FROM(21266, 400, "'To' and 'From' number cannot be the same: %s"),
    INVALID_METHOD(21403, 400, "%s is not a valid HTTP method: %s"),
    REGION_NOT_ENABLED(
            21408,
            400,
            "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %s"),
    INVALID_NUMBER_TO_BUY(21421, 400, "%s is not a valid number."),
    NUMBER_NOT_AVAILABLE(21422, 400, "%s is not available."),
    INVALID_AREA_CODE(21451, 400, "The area code %s is not valid."),
    NO_NUMBERS_IN_AREA_CODE(21452, 400, "No phone numbers found in area code %s."),
    INVALID_URL(21502, 400, "%s is not a valid URL: %s"),
    BODY_REQUIRED(21602, 400, "Message body is required."),
    FROM_REQUIRED(21603, 400, "A 'From' phone number is required."),
    TO_REQUIRED(21604, 400, "A 'To' phone number is required."),
    FROM_NOT_OWNED(
            21606,
            400,
            "The From phone number %s is not a valid, message-capable Twilio phone number for this destination: this account has not bought it. Buy it with POST IncomingPhoneNumbers, or send from +15005550006, which every account owns."),
    INVALID_STATUS_CALLBACK(21609, 400, "The 'StatusCallback' URL %s is not a valid URL."),
    OPTED_OUT(21610, 400, "Attempt to send to unsubscribed recipient"),
    QUEUE_IS_FULL(21611, 400, "This 'From' number has exceeded the maximum number of queued messages: %s"),
    NOT_REACHABLE(
            21612,
            400,
            "The 'To' phone number: %s, is not currently reachable using the 'From' phone number: %s via SMS."),
    NOT_A_MOBILE_NUMBER(21614, 400, "To number: %s, is not a mobile number"),
    BODY_TOO_LONG(21617, 400, "The concatenated message body exceeds the 1600 character limit."),
    INVALID_MEDIA_URL(21620, 400, "Invalid media URL(s): %s"),
    TOO_MANY_MEDIA(21623, 400, "Number of media files exceeds allowed limit."),
    NO_SUCH_SERVICE(21701, 400, "The Messaging Service does not exist."),
    INVALID_SERVICE(21705, 400, "The Messaging Service Sid %s is invalid."),
    SENDER_ALREADY_IN_SERVICE(21710, 409, "Phone Number or Short Code is already in the Messaging Service."),
    SENDER_IN_ANOTHER_SERVICE(
            21712, 409, "Phone Number or Short Code %s is associated with another Messaging Service."),
    INVALID_UPDATE(30400, 400, "Parameters are not valid: %s"),
    CANNOT_BE_CANCELED(30409, 400, "This message cannot be canceled"),
    SEND_AT_MISSING(35111, 400, "SendAt cannot be empty for ScheduleType 'fixed'"),
    SEND_AT_OUT_OF_RANGE(
            35114,
            400,
            "SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive"),
    SERVICE_REQUIRED_TO_SCHEDULE(35118, 400, "MessagingServiceSid is required to schedule a message"),
    INVALID_SCHEDULE_TYPE(35126, 400, "The ScheduleType value provided is not supported for this channel"),
    INVALID_VERIFY_PARAMETER(60200, 400, "Invalid parameter `%s`: %s"),
    MAX_CHECK_ATTEMPTS(60202, 429, "Max check attempts reached"),
    MAX_SEND_ATTEMPTS(60203, 429, "Max send attempts reached"),
    VERIFY_FEATURE_NOT_SUPPORTED(60204, 403, "Service does not support this feature"),
    VERIFY_LANDLINE(60205, 403, "SMS is not supported by landline phone number"),
    ;

    private final int code;
    private final int status;
    private final String message;

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
        return status == 429 ? response.withHeader("Retry-After", "1") : response;
    }
}
