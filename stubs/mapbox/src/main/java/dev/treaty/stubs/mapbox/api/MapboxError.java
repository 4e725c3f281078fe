package dev.treaty.stubs.mapbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * Mapbox's refusals. Those of navigation are {@code {"code", "message"}}; all others are {@code {"message"}}, for tokens with {@code
 * "error_code"}.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/directions/#directions-api-errors">Mapbox, errors of directions</a>
 */
public final class MapboxError {

    /** Says what in a response is made up; the value says what of it. */
    public static final String MADE_UP = "Treaty-Made-Up";

    private static final String NOT_COVERED = "Treaty-Not-Covered";
    private static final int UNPROCESSABLE = 422;

    private MapboxError() {}

    /** There is no token (401). */
    public static VendorError noToken() {
        return unauthorized("Not Authorized - No Token", "NO_TOKEN");
    }

    /** The token is none, or was revoked (401). */
    public static VendorError invalidToken() {
        return unauthorized("Not Authorized - Invalid Token", "INVALID_TOKEN");
    }

    private static VendorError unauthorized(String message, String code) {
        return new VendorError(json(401, message(message).put("error_code", code)));
    }

    /** The token is for another site (403). */
    public static VendorError forbidden() {
        return new VendorError(json(403, message("Forbidden")));
    }

    /** Navigation cannot read the request (422). */
    public static VendorError invalidInput(String message) {
        return new VendorError(navigation(UNPROCESSABLE, "InvalidInput", message));
    }

    /** Geocoding cannot read the request (422). */
    public static VendorError invalidQuery(String message) {
        return new VendorError(json(UNPROCESSABLE, message(message)));
    }

    /** Navigation has no answer, which is not an error of the client (200). */
    public static VendorError noAnswer(String code, String message) {
        return new VendorError(navigation(200, code, message));
    }

    /** There is no such profile (404). */
    public static VendorError profileNotFound() {
        return new VendorError(navigation(404, "ProfileNotFound", "Profile not found"));
    }

    /**
     * Mapbox can do this, and the replay cannot: refused instead of guessed.
     *
     * @param what e.g. {@code "the parameter voice_instructions"}
     */
    public static VendorError notCovered(String what) {
        var message = "The replay of Mapbox does not cover this: " + what;
        return new VendorError(navigation(UNPROCESSABLE, "NotImplemented", message)).withHeader(NOT_COVERED, what);
    }

    /** An error of navigation. */
    public static StubResponse navigation(int status, String code, String message) {
        return json(status, message(message).put("code", code));
    }

    /** Any other error. */
    public static StubResponse general(int status, String message) {
        return json(status, message(message));
    }

    private static ObjectNode message(String message) {
        return Json.object().put("message", message);
    }

    /** A response with JSON. */
    public static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }

    /** A successful response with JSON, of which something is made up. */
    public static StubResponse madeUp(ObjectNode body, String what) {
        return json(200, body).withHeader(MADE_UP, what);
    }
}
