package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** A request that reached the server: whose it is, and what contracts see of it. */
sealed interface ReceivedRequest {

    /** The first segment of the path, decoded. */
    String provider();

    /** In capitals, e.g. {@code "GET"}. */
    String method();

    /** Below the provider, still encoded, without query. */
    String path();

    /**
     * A request that contracts can be asked about.
     *
     * @param request without the header {@value RequestedState#HEADER}, which no contract sees
     * @param states that the request asks for
     */
    record Understood(String provider, Request request, List<RequestedState> states) implements ReceivedRequest {

        /** Whether a message is asked for, instead of an answer. */
        boolean isForMessage() {
            return method().equals("POST") && path().equals(MessageReplay.PATH);
        }

        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public String path() {
            return request.getPath();
        }
    }

    /**
     * A request that no contract can match.
     *
     * @param reason why pact-jvm's mock server would answer 400 or 500 without looking at a contract
     */
    record Malformed(String provider, String method, String path, String reason) implements ReceivedRequest {}

    static ReceivedRequest of(Arrived arrived) {
        try {
            var uri = new URI(target(arrived.url()));
            var query = new LinkedHashMap<>(PactReaderKt.queryStringToMap(uri.getRawQuery()));
            var request = new Request(
                    method(arrived), path(uri), query, MockServerForm.headers(arrived), MockServerForm.body(arrived));
            return new Understood(provider(arrived.url()), request, states(arrived));
        } catch (URISyntaxException e) {
            return malformed(arrived, "its path or query is no URI (RFC 3986)");
        } catch (IllegalArgumentException e) {
            return malformed(arrived, "its query is not percent-encoded as it should be");
        }
    }

    static Malformed malformed(Arrived arrived, String reason) {
        var target = target(arrived.url());
        var query = target.indexOf('?');
        return new Malformed(
                provider(arrived.url()), method(arrived), query < 0 ? target : target.substring(0, query), reason);
    }

    private static List<RequestedState> states(Arrived arrived) {
        return arrived.header(RequestedState.HEADER).stream()
                .map(RequestedState::parse)
                .toList();
    }

    private static String method(Arrived arrived) {
        return arrived.method().toUpperCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String provider(String url) {
        var segment = url.substring(Math.min(1, url.length()), endOfFirstSegment(url));
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** What is left for the provider, e.g. {@code "/v1/charges?limit=2"}. */
    private static String target(String url) {
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
}
