package dev.treaty.stubs.http;

import static java.util.Objects.requireNonNullElse;

import dev.treaty.stubs.http.page.BrowserStates;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * A request with everything that is read from it.
 *
 * @param jetty for the response
 * @param received what contracts see of it
 */
record HttpRequest(Request jetty, RequestBody body, RawRequest raw, ReceivedRequest received) {

    static HttpRequest of(Request request, RequestBody body) {
        var raw = raw(request, body);
        return new HttpRequest(request, body, raw, received(request, raw, body));
    }

    private static RawRequest raw(Request request, RequestBody body) {
        var pathAndQuery = requireNonNullElse(request.getHttpURI().getPathQuery(), "");
        var bytes = body.decompressed().orElse(body.wire());
        var headers = merged(request.getHttpFields());
        var providerOfPort = request.getHttpChannel().getConnector().getName();
        var raw = providerOfPort == null
                ? RawRequest.atMainPort(request.getMethod(), pathAndQuery, headers, bytes)
                : RawRequest.atPortOf(providerOfPort, request.getMethod(), pathAndQuery, headers, bytes);
        return request.isSecure() ? raw.overTls() : raw;
    }

    private static ReceivedRequest received(Request request, RawRequest raw, RequestBody body) {
        if (!isHttp(request)) {
            return ReceivedRequest.malformed(raw, "its target has another scheme than HTTP");
        }
        return body.decompressed().isPresent()
                ? ReceivedRequest.of(raw, BrowserStates.of(request))
                : ReceivedRequest.malformed(raw, "its body is not compressed as its header Content-Encoding claims");
    }

    /** Whether it can be passed on to WireMock, which fails on other schemes (in a target in absolute form) and on invalid gzip. */
    boolean isReadableByWireMock() {
        return isHttp(jetty)
                && body.decompressed().isPresent()
                && jetty.getHttpURI().getPathQuery() != null;
    }

    private static boolean isHttp(Request request) {
        var scheme = request.getHttpURI().getScheme();
        return scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    static Map<String, List<String>> merged(HttpFields fields) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var field : fields) {
            var value = field.getValue() == null ? "" : field.getValue();
            var seen = field.getHeader() == HttpHeader.COOKIE ? BrowserStates.leftOutOf(value) : value;
            if (!seen.isEmpty() || value.isEmpty()) {
                headers.merge(field.getName(), List.of(seen), HttpRequest::joined);
            }
        }
        return headers;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
