package dev.treaty.consumer.apigateway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a service. Only the headers named here are sent: those that a caller sent to the gateway, including the
 * hop-by-hop ones (RFC 9110, section 7.6.1), are not forwarded.
 *
 * @param target path and query, encoded
 * @param headers by name; {@code X-Request-Id} is added
 * @param body to be written as JSON
 * @param repeatable whether sending it twice has the same effect and the same response as sending it once
 */
public record ServiceRequest(
        String method,
        String target,
        RequestId requestId,
        Map<String, String> headers,
        Optional<Object> body,
        boolean repeatable) {

    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/json, application/problem+json");

    public static ServiceRequest get(String target, RequestId requestId) {
        return new ServiceRequest("GET", target, requestId, ACCEPT, Optional.empty(), true);
    }

    public static ServiceRequest post(String target, RequestId requestId) {
        return new ServiceRequest("POST", target, requestId, ACCEPT, Optional.empty(), false);
    }

    /** Not repeatable: the first may have made a new version, and then the second is refused with 412. */
    public static ServiceRequest patch(String target, RequestId requestId) {
        return new ServiceRequest("PATCH", target, requestId, ACCEPT, Optional.empty(), false);
    }

    /** Not repeatable: once the first has deleted, the second is refused with 404. */
    public static ServiceRequest delete(String target, RequestId requestId) {
        return new ServiceRequest("DELETE", target, requestId, ACCEPT, Optional.empty(), false);
    }

    public ServiceRequest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ServiceRequest(method, target, requestId, more, body, repeatable);
    }

    public ServiceRequest as(AccessToken accessToken) {
        return with("Authorization", accessToken.authorization());
    }

    public ServiceRequest json(Object content) {
        return content("application/json", content);
    }

    public ServiceRequest content(String mediaType, Object content) {
        var typed = with("Content-Type", mediaType);
        return new ServiceRequest(method, target, requestId, typed.headers(), Optional.of(content), repeatable);
    }

    /** For a POST that the service promises to perform only once. */
    public ServiceRequest repeatedSafely() {
        return new ServiceRequest(method, target, requestId, headers, body, true);
    }

    /** Without the query. */
    public String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** Without query, headers and body: any of them may contain a secret. */
    @Override
    public String toString() {
        return method + " " + path() + ", request " + requestId.value();
    }
}
