package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.PactReaderKt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, taken apart as pact-jvm's mock server does ({@link URI}).
 *
 * @param path still encoded; empty if there is nothing but a host, {@code "//host?limit=2"}
 * @param query still encoded, without its question mark
 */
record Target(String path, @Nullable String query) {

    /** @throws URISyntaxException if it is no URI (RFC 3986) */
    static Target of(String pathAndQuery) throws URISyntaxException {
        return isPlainPath(pathAndQuery) ? new Target(pathAndQuery, null) : of(new URI(pathAndQuery));
    }

    private static Target of(URI uri) {
        var path = uri.getRawPath();
        return new Target(path == null ? "" : path, uri.getRawQuery());
    }

    /**
     * By name, in the order of the query; a parameter without equals sign has the value null.
     *
     * @throws IllegalArgumentException if the query is not percent-encoded as it should be
     */
    Map<String, List<@Nullable String>> parameters() {
        return new LinkedHashMap<>(PactReaderKt.queryStringToMap(query));
    }

    /** Most targets are, and parsing a URI costs more than all else that is done to read a request. */
    private static boolean isPlainPath(String target) {
        if (target.startsWith("//")) {
            return false; // to a URI, that is a host
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
