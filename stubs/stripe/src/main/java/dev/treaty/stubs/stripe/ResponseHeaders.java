package dev.treaty.stubs.stripe;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.event.ApiVersion;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.request.VendorRequest;

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
        var identified =
                response.headers().containsKey(REQUEST_ID) ? response : response.withHeader(REQUEST_ID, newRequestId());
        var completed = identified.withHeader(ApiVersion.HEADER, ApiVersion.of(request.header(ApiVersion.HEADER)));
        return request.header(IDEMPOTENCY_KEY)
                .filter(key -> request.method().equals("POST"))
                .map(key -> completed.withHeader(IDEMPOTENCY_KEY, key))
                .orElse(completed);
    }
}
