package dev.treaty.consumer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to an HTTP API. {@code toString} shows neither headers nor body nor secrets of the query.
 *
 * @param path encoded, from a slash on: {@code "/fleet/vehicles/281474976710657"}; a segment that may contain anything goes through
 *     {@link PercentEncoding}
 * @param headers in addition to those that all calls of the API have
 */
public record HttpCall(
        String method, String path, Query query, Map<String, String> headers, Optional<HttpContent> content) {

    /** Copies the headers. */
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(String path) {
        return of("GET", path);
    }

    public static HttpCall post(String path) {
        return of("POST", path);
    }

    public static HttpCall put(String path) {
        return of("PUT", path);
    }

    public static HttpCall patch(String path) {
        return of("PATCH", path);
    }

    public static HttpCall delete(String path) {
        return of("DELETE", path);
    }

    private static HttpCall of(String method, String path) {
        return new HttpCall(method, path, Query.none(), Map.of(), Optional.empty());
    }

    public HttpCall query(Query newQuery) {
        return new HttpCall(method, path, newQuery, headers, content);
    }

    public HttpCall header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, path, query, more, content);
    }

    /** With a body of JSON; see {@link Json#write}. */
    public HttpCall json(Object value) {
        return content("application/json", Json.write(value));
    }

    /** With a body as HTML forms have it. */
    public HttpCall form(Query parameters) {
        return content("application/x-www-form-urlencoded", parameters.encoded().getBytes(UTF_8));
    }

    public HttpCall content(String mediaType, byte[] bytes) {
        return new HttpCall(method, path, query, headers, Optional.of(new HttpContent(mediaType, bytes)));
    }

    /** Path and query as they go over the wire. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query.encoded();
    }

    /** Path and query for messages. */
    String shownTarget() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the call changes nothing on the server (RFC 9110, section 9.2.1). */
    boolean isSafe() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + shownTarget();
    }
}
