package dev.treaty.provider.service.problems;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refused request: a problem document (RFC 9457) and its status. Thrown where the reason is known; the HTTP server responds with it. */
public final class Problem extends RuntimeException {

    /** What every problem's {@code type} starts with. */
    public static final String TYPES = "https://treaty.dev/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A problem.
     *
     * @param status of the response, e.g. 409
     * @param slug the last part of {@code type}, e.g. {@code "e-mail-taken"}; never changes, because callers compare it
     * @param title for people
     */
    public Problem(int status, String slug, String title) {
        super(slug, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** Adds an extension member to the document (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header field to the response, e.g. {@code Retry-After}. */
    public Problem withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The status of the response. */
    public int status() {
        return status;
    }

    /** The header fields of the response besides its content type. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The document's members, in order. */
    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPES + slug);
        document.put("status", status);
        document.put("title", title);
        document.putAll(members);
        return document;
    }
}
