package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Collection;
import java.util.Map;

/**
 * Cablecast's refusals. It is an ASP.NET Web API, whose errors are {@code {"message": …}}, with {@code modelState} for wrong fields.
 *
 * @see <a href="https://learn.microsoft.com/aspnet/web-api/overview/error-handling/exception-handling">ASP.NET Web API, errors</a>
 */
public final class CablecastError {

    private CablecastError() {}

    /** A request that cannot be read, or that asks for what is not possible. */
    public static VendorError badRequest(String message) {
        return new VendorError(response(400, message));
    }

    /** A resource that does not agree with another. */
    public static VendorError conflict(String message) {
        return new VendorError(response(409, message));
    }

    /** There is nothing with this id. */
    public static VendorError notFound(String singular, String id) {
        return new VendorError(response(404, "There is no %s with id %s.".formatted(singular, id))).ofUnknownId(id);
    }

    /** Credentials are missing or wrong. */
    public static VendorError unauthorized() {
        return new VendorError(withChallenge(response(401, "Authorization has been denied for this request.")));
    }

    /** The same response, asking for credentials (RFC 7617). */
    public static StubResponse withChallenge(StubResponse response) {
        return response.withHeader("WWW-Authenticate", "Basic realm=\"Cablecast\"");
    }

    /** The path does not have this method. */
    public static StubResponse methodNotAllowed(String method, Collection<String> allowed) {
        return response(405, "The requested resource does not support http method '%s'.".formatted(method))
                .withHeader("Allow", String.join(", ", allowed));
    }

    /**
     * Fields of a resource are wrong.
     *
     * @param problems by field
     */
    static VendorError invalid(String singular, Map<String, String> problems) {
        var body = message("The %s is invalid: %s".formatted(singular, String.join(" ", problems.values())));
        var state = body.putObject("modelState");
        problems.forEach(
                (field, problem) -> state.putArray(singular + "." + field).add(problem));
        return new VendorError(json(400, body));
    }

    /** An error with this message. */
    public static StubResponse response(int status, String message) {
        return json(status, message(message));
    }

    private static ObjectNode message(String message) {
        return Json.object().put("message", message);
    }

    /** A response with JSON. */
    public static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }
}
