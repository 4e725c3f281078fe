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
    AUTHENTICATE(20003, 401, "Authenticate"),
    CANNOT_DELETE_BEFORE_COMPLETE(20009, 409, "Cannot delete this resource before it is complete"),
    NOT_FOUND(20404, 404, "The requested resource %s was not found"),
    TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
    INVALID_METHOD(21403, 400, "%s is not a valid HTTP method: %s"),
    INVALID_NUMBER_TO_BUY(21421, 400, "%s is not a valid number."),
    NUMBER_NOT_AVAILABLE(21422, 400, "%s is not available."),
    INVALID_AREA_CODE(21451, 400, "The area code %s is not valid."),
    NO_NUMBERS_IN_AREA_CODE(21452, 400, "No phone numbers found in area code %s."),
    INVALID_URL(21502, 400, "%s is not a valid URL: %s"),
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
