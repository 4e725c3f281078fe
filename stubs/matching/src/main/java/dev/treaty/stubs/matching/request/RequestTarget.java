package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.PactReaderKt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
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

    /** @throws URISyntaxException if it is not a URI (RFC 3986) */
    static RequestTarget of(String pathAndQuery) throws URISyntaxException {
        return isPlainPath(pathAndQuery) ? new RequestTarget(pathAndQuery, null) : of(new URI(pathAndQuery));
    }

    private static RequestTarget of(URI uri) {
        var path = uri.getRawPath();
        return new RequestTarget(path == null ? "" : path, uri.getRawQuery());
    }

    /**
     * The parameters by name, in the order of the query; one without an equals sign has the value null.
     *
     * @throws IllegalArgumentException if the query is not percent-encoded correctly
     */
    Map<String, List<@Nullable String>> parameters() {
        return new LinkedHashMap<>(PactReaderKt.queryStringToMap(query));
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
