package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.matching.request.MediaTypeValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that mean the same as others, of which pact-jvm accepts only one. */
final class RespelledHeaders {

    /** Commas that separate elements: an even number of quotation marks follows. */
    private static final Pattern OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private RespelledHeaders() {}

    /**
     * With fields as the contract has them: one for a value with commas, and one for each of several values (RFC 9110, section 5.3). Each header by
     * itself, because pact-jvm accepts some as they are.
     */
    static Stream<Spelling> asListed(Spelling spelling) {
        var all = Stream.of(spelling);
        for (var header : spelling.expected().getHeaders().entrySet()) {
            all = all.flatMap(each -> Stream.of(each, asListed(each, header.getKey(), header.getValue())));
        }
        return all;
    }

    private static Spelling asListed(Spelling spelling, String header, List<String> wanted) {
        var received = spelling.received(header);
        if (wanted.size() == 1 && wanted.get(0).contains(",") && received.size() > 1) {
            return spelling.withReceived(header, List.of(String.join(", ", received)));
        }
        return wanted.size() > 1 && received.size() == 1
                ? spelling.withReceived(header, elements(received.get(0)).toList())
                : spelling;
    }

    private static Stream<String> elements(String value) {
        return OUTSIDE_QUOTES.splitAsStream(value).map(String::strip);
    }

    /** With parameters of media types that are spelled alike (RFC 9110, section 5.6.6), unless a rule is about how they are spelled. */
    static Stream<Spelling> unquoted(Spelling spelling) {
        var ruled = spelling.expected()
                .getMatchingRules()
                .rulesForCategory("header")
                .getMatchingRules()
                .keySet();
        return Stream.of(Stream.of("Content-Type", "Accept")
                .filter(header -> ruled.stream().noneMatch(header::equalsIgnoreCase))
                .reduce(spelling, RespelledHeaders::unquoted, (one, other) -> other));
    }

    private static Spelling unquoted(Spelling spelling, String header) {
        var received = spelling.received(header);
        var respelled = spelling.with(expected -> unquote(expected.path("headers"), header));
        return received.isEmpty()
                ? respelled
                : respelled.withReceived(
                        header,
                        received.stream().map(RespelledHeaders::unquoted).toList());
    }

    private static void unquote(JsonNode headers, String header) {
        headers.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(header))
                .forEach(field -> field.setValue(unquoted(field)));
    }

    private static JsonNode unquoted(Map.Entry<String, JsonNode> field) {
        if (field.getValue() instanceof ArrayNode values) {
            var unquoted = values.arrayNode();
            values.forEach(value -> unquoted.add(unquoted(value.asText())));
            return unquoted;
        }
        return TextNode.valueOf(unquoted(field.getValue().asText()));
    }

    private static String unquoted(String value) {
        return elements(value).map(RespelledHeaders::unquotedElement).collect(Collectors.joining(", "));
    }

    /** Commas need their quotes. */
    private static String unquotedElement(String element) {
        var comparable = MediaTypeValue.comparable(element);
        return comparable.contains(",") ? element : comparable;
    }
}
