package dev.treaty.stubs.sendgrid.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SendGrid's refusals: {@code {"errors": [{"message": …, "field": …, "help": …}]}}.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses">SendGrid, responses</a>
 */
public final class SendGridError {

    private SendGridError() {}

    /** A request that is wrong as a whole. */
    public static VendorError badRequest(String message) {
        return badRequest(null, message);
    }

    /**
     * A field that is wrong.
     *
     * @param field e.g. {@code "name"}; null if it is the whole request
     */
    public static VendorError badRequest(@Nullable String field, String message) {
        return badRequest(List.of(new Problem(field, message)));
    }

    /** Several fields that are wrong. */
    public static VendorError badRequest(List<Problem> problems) {
        return new VendorError(response(400, problems));
    }

    /** Credentials that are missing, or that nobody has. */
    public static VendorError unauthorized(String message) {
        return new VendorError(response(401, message));
    }

    /** Something that the account may not do. */
    public static VendorError forbidden(@Nullable String field, String message) {
        return new VendorError(response(403, List.of(new Problem(field, message))));
    }

    /** There is nothing with this id. A contract that names it may answer instead. */
    public static VendorError notFound(String id, String message) {
        return new VendorError(response(404, message)).ofUnknownId(id);
    }

    /** A body that is too long. */
    public static VendorError tooLarge(String message) {
        return new VendorError(response(413, message));
    }

    /** An error about the whole request. */
    public static StubResponse response(int status, String message) {
        return response(status, List.of(new Problem(null, message)));
    }

    private static StubResponse response(int status, List<Problem> problems) {
        var body = Json.object();
        var errors = body.putArray("errors");
        problems.forEach(problem -> errors.add(problem.toJson()));
        return Responses.json(status, body);
    }

    /**
     * One thing that is wrong.
     *
     * @param field e.g. {@code "personalizations.0.to"}; null if it is the whole request
     */
    public record Problem(@Nullable String field, String message) {

        private ObjectNode toJson() {
            return Json.object().put("message", message).put("field", field).putNull("help");
        }
    }
}
