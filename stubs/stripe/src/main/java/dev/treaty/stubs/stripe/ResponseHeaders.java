package dev.treaty.stubs.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.event.ApiVersion;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** The headers that every response of Stripe has. */
final class ResponseHeaders {

    static final String REQUEST_ID = "Request-Id";

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private ResponseHeaders() {}

    /** E.g. {@code "req_8sGwMtaQZPGpzW"}. */
    static String newRequestId() {
        return "req_" + Ids.random(14);
    }

    static StubResponse complete(VendorRequest request, StubResponse response) {
        var known = response.headers().get(REQUEST_ID);
        var id = known == null ? newRequestId() : known.get(0);
        var added = new LinkedHashMap<String, String>();
        added.put(REQUEST_ID, id);
        added.put(ApiVersion.HEADER, ApiVersion.of(request.header(ApiVersion.HEADER)));
        if (request.method().equals("POST")) {
            request.header(IDEMPOTENCY_KEY).ifPresent(key -> added.put(IDEMPOTENCY_KEY, key));
        }
        return withLogUrl(response, id).withHeaders(added);
    }

    /** Where the dashboard would show the request that was refused. */
    private static StubResponse withLogUrl(StubResponse response, String requestId) {
        if (response.status() < 400
                || response.status() == 401
                || !response.headers()
                        .getOrDefault("Content-Type", List.of(""))
                        .get(0)
                        .contains("json")
                || !(Json.parse(response.body()) instanceof ObjectNode body)
                || !(body.path("error") instanceof ObjectNode error)) {
            return response;
        }
        error.put("request_log_url", "https://dashboard.stripe.com/test/logs/" + requestId);
        var headers = new LinkedHashMap<String, String>();
        response.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        return StubResponse.of(response.status(), headers, Json.bytes(body));
    }
}
