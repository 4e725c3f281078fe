package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * VirusTotal's refusals: {@code {"error": {"code", "message"}}}. Clients decide by the code.
 *
 * @see <a href="https://docs.virustotal.com/reference/errors">API responses, errors</a>
 */
enum VirusTotalError {
    BadRequestError(400),
    InvalidArgumentError(400),
    AuthenticationRequiredError(401),
    WrongCredentialsError(401),
    ForbiddenError(403),
    NotFoundError(404),
    AlreadyExistsError(409),
    QuotaExceededError(429),
    TransientError(503),
    DeadlineExceededError(504);

    private final int status;

    VirusTotalError(int status) {
        this.status = status;
    }

    VendorError with(String message) {
        return new VendorError(response(message));
    }

    StubResponse response(String message) {
        return response(status, name(), message);
    }

    /** An error of the stub server in the vendor's shape. */
    static StubResponse ofStatus(int status, String message) {
        for (var error : values()) {
            if (error.status == status) {
                return error.response(message);
            }
        }
        return response(status, (status < 500 ? BadRequestError : TransientError).name(), message);
    }

    private static StubResponse response(int status, String code, String message) {
        var body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return json(status, body);
    }

    static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }
}
