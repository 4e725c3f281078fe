package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.PactReaderKt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request, parsed as pact-jvm's mock server does ({@link URI}).
 *
 * @param path encoded; empty if there is only a host, {@code "//host?limit=2"}
 * @param query encoded, without the question mark
 */
record RequestTarget(String path, @Nullable String query) {

    /** What browsers send as it is (WHATWG URL, section 1.3), although RFC 3986 does not allow it. */
    private static final String SENT_BY_BROWSERS = "{}|^`\\\"<>[]";

    /** @throws URISyntaxException if it is not a URI (RFC 3986), even with what browsers do not encode percent-encoded */
    static RequestTarget of(String pathAndQuery) throws URISyntaxException {
        if (isPlainPath(pathAndQuery)) {
            return new RequestTarget(pathAndQuery, null);
        }
        try {
            return of(new URI(pathAndQuery));
        } catch (URISyntaxException e) {
            return of(new URI(encoded(pathAndQuery)));
        }
    }

    private static String encoded(String pathAndQuery) {
        var text = new StringBuilder();
        pathAndQuery.chars().forEach(c -> {
            if (SENT_BY_BROWSERS.indexOf(c) < 0) {
                text.append((char) c);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        });
        return text.toString();
    }

    private static RequestTarget of(URI uri) {
        var path = uri.getRawPath();
        return new RequestTarget(path == null ? "" : path, uri.getRawQuery());
    }

    /**
     * The parameters by name, in the order of the query; one without an equals sign has an empty value, as in a form (WHATWG URL, section
     * 5.1).
     *
     * @throws IllegalArgumentException if the query is not percent-encoded correctly
     */
    Map<String, List<String>> parameters() {
        return EmptyParameters.filled(PactReaderKt.queryStringToMap(query));
    }

    /** Most targets are plain, and parsing a URI costs more than the rest of reading a request. */
    private static boolean isPlainPath(String target) {
        if (target.startsWith("//")) {
            return false; // in a URI, a host follows
        }
        for (var i = 0; i < target.length(); i++) {
            var c = target.charAt(i);
            var isPlain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            if (!isPlain) {
                return false;
            }
        }
        return target.startsWith("/");
    }
}
