package dev.treaty.stubs.matching.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The example of an expected request, as an HTTP client sends it. */
final class ExampleRequest {

    /** What a path may contain besides letters and digits (RFC 3986, section 3.3); a query and percent-encoding are left as they are. */
    private static final String IN_PATH = "-._~!$&'()*+,;=:@/%?";

    private ExampleRequest() {}

    static RawRequest of(String provider, IRequest example) {
        return RawRequest.atPortOf(
                provider,
                example.getMethod(),
                path(example.getPath()) + query(example.getQuery()),
                headers(example),
                example.getBody().orEmpty());
    }

    /** Clients encode what a path may not contain, and resolve a path against the provider's address. */
    private static String path(String path) {
        var encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
        path.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || IN_PATH.indexOf(c) >= 0)) {
                encoded.appendCodePoint(c);
            } else {
                encoded.append(encoded(Character.toString(c)).replace("+", "%20"));
            }
        });
        return encoded.toString();
    }

    private static String query(Map<String, List<@Nullable String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> encoded(parameter.getKey()) + (value == null ? "" : "=" + encoded(value))))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Map<String, List<String>> headers(IRequest example) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(example.getHeaders());
        if (example.getBody().isPresent()) {
            headers.putIfAbsent(
                    "Content-Type", List.of(String.valueOf(example.getBody().getContentType())));
        }
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
