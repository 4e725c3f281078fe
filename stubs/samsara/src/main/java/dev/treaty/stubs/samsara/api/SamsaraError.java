package dev.treaty.stubs.samsara.api;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.UUID;

/**
 * Samsara's refusals: {@code {"message", "requestId"}}.
 *
 * @see <a href="https://developers.samsara.com/docs/response-codes">Samsara, response codes</a>
 */
public final class SamsaraError {

    private SamsaraError() {}

    /** A request that cannot be read, or that asks for what is not possible. */
    public static VendorError badRequest(String message) {
        return new VendorError(response(400, message));
    }

    /** The token is missing, unknown or revoked. */
    public static VendorError unauthorized() {
        return new VendorError(response(401, "Invalid token."));
    }

    /** The token has no scope for this. */
    public static VendorError forbidden(String scope) {
        return new VendorError(response(403, "The token lacks the scope %s.".formatted(scope)));
    }

    /** There is nothing with this id. */
    public static VendorError notFound(String kind, String id) {
        return new VendorError(response(404, "There is no %s %s.".formatted(kind, id))).ofUnknownId(id);
    }

    /** An error with this message. */
    public static StubResponse response(int status, String message) {
        return Answers.json(
                status,
                Json.object()
                        .put("message", message)
                        .put("requestId", UUID.randomUUID().toString()));
    }
}
