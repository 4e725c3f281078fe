package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/** AbuseIPDB's refusals, in the manner of JSON:API: {@code {"errors": [{"detail", "status", "source"?}]}}. */
final class AbuseIpDbError {

    private AbuseIpDbError() {}

    /** A parameter has a value that AbuseIPDB does not accept. */
    static VendorError invalid(String parameter, String detail) {
        return new VendorError(ofParameter(422, parameter, detail));
    }

    /** The same address was reported too recently. */
    static VendorError reportedRecently(String ip) {
        return new VendorError(ofParameter(
                429, "ip", "You can only report the same IP address (`%s`) once in 15 minutes.".formatted(ip)));
    }

    /** The key is missing, or nobody has it. */
    static VendorError unauthorized() {
        return new VendorError(response(
                401,
                "Authentication failed. Your API key is either missing, incorrect, or revoked. Note: The APIv2 key differs from the"
                        + " APIv1 key."));
    }

    static StubResponse response(int status, String detail) {
        var body = Json.object();
        body.putArray("errors").addObject().put("detail", detail).put("status", status);
        return json(status, body);
    }

    private static StubResponse ofParameter(int status, String parameter, String detail) {
        var body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("detail", detail)
                .put("status", status)
                .putObject("source")
                .put("parameter", parameter);
        return json(status, body);
    }

    static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }
}
