package dev.treaty.stubs.http.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A response of the stub server, before it is written to the client. */
public final class StubResponse {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** @param headers by name, in the order in which they are written; not copied */
    StubResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    /** A response with a text in UTF-8. */
    public static StubResponse ofText(int status, String contentType, String text) {
        return new StubResponse(status, Map.of("Content-Type", List.of(contentType)), text.getBytes(UTF_8));
    }

    /**
     * A response.
     *
     * @param headers in the order in which they are written
     * @param body not copied
     */
    public static StubResponse of(int status, Map<String, String> headers, byte[] body) {
        var lists = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new StubResponse(status, lists, body);
    }

    /** The same response with one more header, which replaces another with the same name. */
    public StubResponse withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    /** The same response with more headers, in their order, which replace others with the same names. */
    public StubResponse withHeaders(Map<String, String> added) {
        var more = new LinkedHashMap<>(headers);
        added.forEach((name, value) -> more.put(name, List.of(value)));
        return new StubResponse(status, more, body);
    }

    /** E.g. 200. */
    public int status() {
        return status;
    }

    /** By name, in the order in which they are written. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Empty if there is none; not copied, because every response has one. */
    public byte[] body() {
        return body;
    }
}
