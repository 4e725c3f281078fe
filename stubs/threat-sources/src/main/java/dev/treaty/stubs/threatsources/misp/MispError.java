package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * MISP's refusals: {@code {"name", "message", "url"}}. A missing or wrong key is 403, and so is a value that is not accepted, with {@code "saved":
 * false} and the fields that are wrong.
 */
final class MispError {

    private MispError() {}

    /** Nobody has the key. */
    static VendorError wrongKey(VendorRequest request) {
        return new VendorError(response(
                403,
                "Authentication failed. Please make sure you pass the API key of an API enabled user along in the"
                        + " Authorization header.",
                request));
    }

    /** There is nothing with this id. */
    static VendorError notFound(String what, String id, VendorRequest request) {
        return new VendorError(response(404, "Invalid " + what + ".", request)).ofUnknownId(id);
    }

    /** The request cannot be read. */
    static VendorError badRequest(String message, VendorRequest request) {
        return new VendorError(response(400, message, request));
    }

    /** A field is not accepted. */
    static VendorError notSaved(String what, String field, String problem, VendorRequest request) {
        var name = "Could not add " + what;
        var body = Json.object()
                .put("saved", false)
                .put("name", name)
                .put("message", name)
                .put("url", request.path());
        body.putObject("errors").putArray(field).add(problem);
        return new VendorError(json(403, body));
    }

    /** An error with this message. */
    static StubResponse response(int status, String message, VendorRequest request) {
        return json(
                status,
                Json.object().put("name", message).put("message", message).put("url", request.path()));
    }

    /** Whoever does not ask for JSON is led to the page for people. */
    static VendorError login(VendorRequest request) {
        return new VendorError(StubResponse.of(
                302,
                Map.of("Location", request.baseUrl() + "/users/login", "Content-Type", "text/html; charset=UTF-8"),
                new byte[0]));
    }

    static StubResponse json(int status, JsonNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    /** An object in its envelope, e.g. {@code {"Event": {…}}}. */
    static StubResponse envelope(String name, ObjectNode object) {
        return json(200, Json.object().set(name, object));
    }
}
