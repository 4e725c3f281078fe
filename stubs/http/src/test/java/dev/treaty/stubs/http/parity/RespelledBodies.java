package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Bodies that mean the same as others, of which pact-jvm accepts only one. */
final class RespelledBodies {

    private static final String LINE_END = "\r\n";

    /** The only one that pact-jvm unpacks. */
    private static final String KNOWN_CODING = "gzip";

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The types that pact-jvm compares as text, with a rule if there is one. */
    private static final Set<String> TEXTS = Set.of("text/plain", "text/csv");

    private static final String TEXT = "text-of-body";

    private RespelledBodies() {}

    /** With the body that its chunks (RFC 9112, section 7.1) consist of. */
    static Request unchunked(Request request) {
        if (!HeaderMutations.isChunked(request)) {
            return request;
        }
        var body = new StringBuilder();
        var chunks = request.body();
        for (var size = size(chunks); size > 0; size = size(chunks)) {
            var start = chunks.indexOf(LINE_END) + LINE_END.length();
            body.append(chunks, start, start + size);
            chunks = chunks.substring(start + size + LINE_END.length());
        }
        return request.withBody(body.toString())
                .withHeaders(request.headers().stream()
                        .filter(header -> !header.startsWith("Transfer-Encoding:"))
                        .toList());
    }

    private static int size(String chunks) {
        return Integer.parseInt(chunks.substring(0, chunks.indexOf(LINE_END)), 16);
    }

    /** Without compression that HTTP knows and pact-jvm does not (RFC 9110, section 8.4.1): pact-jvm compares the packed bytes. */
    static Request unpackedUnlessKnown(Request request) {
        return coding(request).filter(coding -> !coding.equals(KNOWN_CODING)).isPresent()
                ? unpacked(unchunked(request))
                : request;
    }

    /** Without compression; what is not compressed as it says stays as it is. */
    static Request unpacked(Request request) {
        var coding = coding(request).orElse("");
        var uncoded = request.withHeaders(
                request.headers().stream().filter(header -> !isCoding(header)).toList());
        if (!coding.toLowerCase(Locale.ROOT).matches("(x-)?gzip|deflate")
                || (request.body().isEmpty() && coding.equals(KNOWN_CODING))) {
            return request;
        }
        if (request.body().isEmpty()) {
            return uncoded; // pact-jvm compresses it, although there is nothing
        }
        var bytes = new ByteArrayInputStream(request.body().getBytes(ISO_8859_1));
        try (var body =
                coding.equalsIgnoreCase("deflate") ? new InflaterInputStream(bytes) : new GZIPInputStream(bytes)) {
            return uncoded.withBody(new String(body.readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            return request;
        }
    }

    private static Optional<String> coding(Request request) {
        return request.headers().stream()
                .filter(RespelledBodies::isCoding)
                .map(Spelling::value)
                .findFirst();
    }

    private static boolean isCoding(String header) {
        return Spelling.name(header).equalsIgnoreCase("Content-Encoding");
    }

    /** Whether the body is compared as XML and has a document type, which the stub refuses because entities may name files and addresses. */
    static boolean isUnreadXml(String contract, Request request) {
        var spelling = new Spelling(contract, unpacked(unchunked(request)));
        return spelling.expected().getBody().isPresent()
                && spelling.expectedType().endsWith("xml")
                && spelling.receivedText().contains("<!DOCTYPE");
    }

    /** With the type that the contract has, if neither says one in a header (RFC 9110, section 8.3). */
    static Stream<Spelling> typed(Spelling spelling) {
        return spelling.request().body().isEmpty()
                        || spelling.hasExpectedType()
                        || !spelling.received("Content-Type").isEmpty()
                ? Stream.empty()
                : Stream.of(spelling.withReceived(
                        "Content-Type",
                        List.of(spelling.expected().determineContentType().toString())));
    }

    /** Without a body in the contract, if that is null and the request has none, or null in JSON. */
    static Stream<Spelling> withoutNull(Spelling spelling) {
        return spelling.request().body().isEmpty()
                        || spelling.receivedText().strip().equals("null")
                ? Stream.of(spelling.with(expected -> {
                    if (expected.path("body").isNull()) {
                        expected.remove("body");
                    }
                }))
                : Stream.empty();
    }

    /** With an equals sign in every field of a form (WHATWG URL, section 5.1). */
    static Stream<Spelling> completed(Spelling spelling) {
        return isOfBoth(spelling, Set.of(FORM))
                ? Stream.of(
                        spelling.withExpectedText(RespelledTargets::pairs).withReceivedText(RespelledTargets::pairs))
                : Stream.empty();
    }

    private static boolean isOfBoth(Spelling spelling, Set<String> types) {
        return types.contains(spelling.receivedType())
                && spelling.receivedType().equals(spelling.expectedType());
    }

    /** With rules for the type of a number in JSON, because pact-jvm does not take one with an exponent for a number (RFC 8259, section 6). */
    static Stream<Spelling> withAnyNumbers(Spelling spelling) {
        return spelling.expected().determineContentType().isJson()
                ? Stream.of(spelling.with(expected -> {
                    var rules = expected.path("matchingRules");
                    rules.path("body").findParents("match").forEach(RespelledBodies::allowAnyNumber);
                    rules.properties().stream()
                            .filter(rule -> rule.getKey().startsWith("$.body")) // V2
                            .forEach(rule -> allowAnyNumber(rule.getValue()));
                }))
                : Stream.empty();
    }

    private static void allowAnyNumber(JsonNode rule) {
        if (rule.path("match").asText().equals("number")) {
            ((ObjectNode) rule).put("match", "type");
        }
    }

    /** With a text that has a rule as a parameter, because pact-jvm applies most rules for a body to its bytes. */
    static Stream<Spelling> inQuery(Spelling spelling) {
        var expected = spelling.expected();
        var rule = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$");
        return rule == null
                        || rule.getRules().stream().anyMatch(ContentTypeMatcher.class::isInstance)
                        || !expected.getBody().isPresent()
                        || spelling.request().body().isEmpty()
                        || !isOfBoth(spelling, TEXTS)
                ? Stream.empty()
                : Stream.of(spelling.with(inQuery(spelling.request(), spelling.receivedText()))
                        .with(request -> moveToQuery(request, expected.getBody().valueAsString())));
    }

    private static Request inQuery(Request request, String text) {
        var target = request.target();
        var end = target.indexOf('#') < 0 ? target.length() : target.indexOf('#');
        var url = target.substring(0, end);
        return request.withBody("")
                .withTarget(url + (url.contains("?") ? "&" : "?") + TEXT + "=" + encoded(text) + target.substring(end));
    }

    private static void moveToQuery(ObjectNode expected, String text) {
        var rules = expected.withObject("/matchingRules");
        if (rules.has("$.body")) { // V2
            var query = expected.path("query").asText();
            expected.put("query", (query.isEmpty() ? "" : query + "&") + TEXT + "=" + encoded(text));
            rules.set("$.query['" + TEXT + "']", rules.remove("$.body"));
        } else {
            expected.withObject("/query").putArray(TEXT).add(text);
            rules.withObject("/query").set(TEXT, rules.withObject("/body").remove("$"));
        }
        expected.remove("body");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
