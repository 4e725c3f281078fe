package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.Request;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.ktor.http.HeaderValue;
import io.ktor.http.HttpHeaderValueParserKt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DeflaterInputStream;

/**
 * A request that reached the server, turned into pact-jvm's form exactly as its mock server does
 * ({@code BaseJdkMockServer.toPactRequest}), oddities included: what was recorded there must be accepted here, and what was
 * refused there must be refused here.
 */
sealed interface ReceivedRequest {

    /** The first segment of the path, decoded: whose provider's it is. */
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

    /** As pact-jvm knows them; a single field of these is split at its commas, others are not. */
    Set<String> LISTS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-expose-headers",
            "access-control-request-headers",
            "allow",
            "cache-control",
            "if-match",
            "if-none-match",
            "vary");

    static ReceivedRequest of(com.github.tomakehurst.wiremock.http.Request request) {
        var url = request.getUrl();
        var end = endOfFirstSegment(url);
        var provider = decoded(url.substring(Math.min(1, end), end));
        var target = url.startsWith("/", end) ? url.substring(end) : "/" + url.substring(end);
        var method = request.getMethod().getName();
        try {
            var uri = new URI(target);
            return new Understood(provider, toPact(request, method, uri), states(request));
        } catch (URISyntaxException e) {
            return new Malformed(provider, method, pathOf(target), "its path or query is no URI (RFC 3986)");
        } catch (IllegalArgumentException e) {
            return new Malformed(provider, method, pathOf(target), "its query is not percent-encoded as it should be");
        }
    }

    private static Request toPact(com.github.tomakehurst.wiremock.http.Request request, String method, URI uri) {
        var headers = headers(request);
        var bytes = body(request);
        var body = bytes.length == 0 ? OptionalBody.empty() : OptionalBody.body(bytes, contentType(request));
        var path = uri.getRawPath();
        return new Request(
                method,
                path == null || path.isEmpty() ? "/" : path,
                new LinkedHashMap<>(PactReaderKt.queryStringToMap(uri.getRawQuery())),
                headers,
                body);
    }

    private static Map<String, List<String>> headers(com.github.tomakehurst.wiremock.http.Request request) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : request.getHeaders().all()) {
            if (!header.keyEquals(RequestedState.HEADER)) {
                headers.put(header.key(), values(header));
            }
        }
        return headers;
    }

    private static List<String> values(HttpHeader header) {
        var values = header.values();
        if (values.size() == 1 && LISTS.contains(header.key().toLowerCase(Locale.ROOT))) {
            return HttpHeaderValueParserKt.parseHeaderValue(values.get(0)).stream()
                    .map(ReceivedRequest::text)
                    .toList();
        }
        return List.copyOf(values);
    }

    private static String text(HeaderValue value) {
        return value.getParams().isEmpty()
                ? value.getValue()
                : value.getParams().stream()
                        .map(parameter -> parameter.getName() + "=" + parameter.getValue())
                        .collect(Collectors.joining(";", value.getValue() + ";", ""));
    }

    private static ContentType contentType(com.github.tomakehurst.wiremock.http.Request request) {
        var header = request.header("Content-Type");
        return header.isPresent() ? new ContentType(header.firstValue()) : ContentType.getJSON();
    }

    /** Unpacked by WireMock already, if it was packed with gzip. */
    private static byte[] body(com.github.tomakehurst.wiremock.http.Request request) {
        var bytes = request.getBody() == null ? new byte[0] : request.getBody();
        if (!"deflate".equals(request.getHeader("Content-Encoding"))) {
            return bytes;
        }
        // pact-jvm packs such a body once more instead of unpacking it, so no recorded contract can have one
        try (var packed = new DeflaterInputStream(new ByteArrayInputStream(bytes))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RequestedState> states(com.github.tomakehurst.wiremock.http.Request request) {
        var header = request.header(RequestedState.HEADER);
        return header.isPresent()
                ? header.values().stream().map(RequestedState::parse).toList()
                : List.of();
    }

    private static int endOfFirstSegment(String url) {
        for (var i = 1; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }

    private static String pathOf(String target) {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
