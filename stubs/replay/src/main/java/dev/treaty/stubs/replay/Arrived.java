package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import wiremock.org.eclipse.jetty.http.HttpFields;

/** A request as it came over the wire, before anybody makes anything of it; only gzip is undone. */
final class Arrived {

    private final String method;
    private final String url;
    private final String provider;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Arrived(
            String method, String url, String provider, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.url = url;
        this.provider = provider;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /** One that says with the first segment of its path whose it is. */
    static Arrived atMainPort(String method, String url, HttpFields headers, byte[] body) {
        return new Arrived(method, url, providerIn(url), targetIn(url), merged(headers), body);
    }

    /** One that came to the port of a provider. */
    static Arrived atPortOf(String provider, String method, String target, HttpFields headers, byte[] body) {
        return new Arrived(method, Mappings.basePath(provider) + target, provider, target, merged(headers), body);
    }

    /** As WireMock holds it, as if it had come to the main port. */
    static Arrived of(Request request) {
        var url = request.getUrl();
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.values()));
        var body = request.getBody();
        return new Arrived(
                request.getMethod().getName(),
                url,
                providerIn(url),
                targetIn(url),
                headers,
                body == null ? new byte[0] : body);
    }

    /** In capitals, e.g. {@code "GET"}. */
    String method() {
        return method;
    }

    /** Path and query at the main port, still encoded, e.g. {@code "/stripe/v1/charges?limit=2"}. */
    String url() {
        return url;
    }

    /** Whose request it is, decoded, e.g. {@code "stripe"}. */
    String provider() {
        return provider;
    }

    /** Path and query for the provider, still encoded, e.g. {@code "/v1/charges?limit=2"}. */
    String target() {
        return target;
    }

    /** By name, whatever its case, and as it was first written. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** All values of a header. */
    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    byte[] body() {
        return body;
    }

    /** The first segment of a path, decoded. */
    private static String providerIn(String url) {
        var segment = url.substring(Math.min(1, url.length()), endOfFirstSegment(url));
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** What follows the first segment of a path. */
    private static String targetIn(String url) {
        var rest = url.substring(endOfFirstSegment(url));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static int endOfFirstSegment(String url) {
        for (var i = 1; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }

    private static Map<String, List<String>> merged(HttpFields fields) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var field : fields) {
            var value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getName(), List.of(value), Arrived::joined);
        }
        return headers;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
