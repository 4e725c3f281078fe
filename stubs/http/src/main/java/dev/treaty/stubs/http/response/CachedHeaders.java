package dev.treaty.stubs.http.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.PreEncodedHttpField;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * The headers of a response. They are handed to Jetty one by one the first time, and what Jetty makes of them is kept, encoded, unless they
 * are written only once.
 */
final class CachedHeaders {

    private static final char LATIN_1_END = 0xff;

    /** A colon, a space, and the end of the line. */
    private static final int SEPARATORS = 4;

    private final Map<String, List<String>> headers;
    private final boolean includeLength;
    private final boolean writtenOnce;
    private final int length;
    private volatile @Nullable HttpFields fields;

    CachedHeaders(Map<String, List<String>> headers) {
        this(headers, false);
    }

    private CachedHeaders(Map<String, List<String>> headers, boolean writtenOnce) {
        this.headers = headers;
        this.writtenOnce = writtenOnce;
        includeLength = includeLength(headers);
        length = length(headers);
    }

    private static boolean includeLength(Map<String, List<String>> headers) {
        for (var name : headers.keySet()) {
            if (HttpHeader.CONTENT_LENGTH.is(name)) {
                return true;
            }
        }
        return false;
    }

    private static int length(Map<String, List<String>> headers) {
        var length = 0;
        for (var header : headers.entrySet()) {
            for (var value : header.getValue()) {
                length += header.getKey().length() + onWire(value).length() + SEPARATORS;
            }
        }
        return length;
    }

    /** Headers that are not kept. */
    static CachedHeaders ofOne(Map<String, List<String>> headers) {
        return new CachedHeaders(headers, true);
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    boolean isWrittenOnce() {
        return writtenOnce;
    }

    /** Whether they include the length of the body. */
    boolean includeLength() {
        return includeLength;
    }

    /** In bytes, with their names and line ends. */
    int length() {
        return length;
    }

    void addTo(Response response) {
        var known = fields;
        if (writtenOnce) {
            add(response);
        } else if (known == null) {
            fields = encode(response);
        } else {
            response.getHttpFields().add(known);
        }
    }

    private HttpFields encode(Response response) {
        var present = response.getHttpFields().size(); // these belong to the connection, e.g. that it will be closed
        add(response);
        var encoded = HttpFields.build();
        response.getHttpFields().stream()
                .skip(present)
                .map(CachedHeaders::encoded)
                .forEach(encoded::add);
        return encoded.asImmutable();
    }

    private void add(Response response) {
        headers.forEach((name, values) -> values.forEach(value -> SpelledHeaders.add(response, name, onWire(value))));
    }

    /** Jetty writes Latin-1, and spaces for the rest; a text with more than that is sent in UTF-8. */
    private static String onWire(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) > LATIN_1_END) {
                return new String(value.getBytes(UTF_8), ISO_8859_1);
            }
        }
        return value;
    }

    private static HttpField encoded(HttpField field) {
        return isPlain(field.getName()) && field.getValue() != null && isPlain(field.getValue())
                ? new PreEncodedHttpField(field.getHeader(), field.getName(), field.getValue())
                : field; // Jetty replaces some characters when it writes
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
