package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interaction of a generated contract.
 *
 * @param hasRequestGenerators whether the request has generators, which only matter to a verification
 * @param responseNumber chooses the response; any number
 */
public record GeneratedInteraction(
        String method,
        ExpectedPart path,
        List<ExpectedPart> query,
        List<ExpectedPart> headers,
        ExpectedBody body,
        boolean hasRequestGenerators,
        int responseNumber) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> RESPONSES = List.of(
            "{'status': 200, 'body': {'content': {'a': 'é', 'b': [1.0]}, 'contentType': 'application/json', 'encoded': false}, 'headers': {'Content-Type': ['application/json']}}",
            "{'status': 200}",
            "{'status': 204}",
            "{'status': 404, 'headers': {'Set-Cookie': ['a=1; Path=/', 'b=2'], 'X-List': ['a, b']}}",
            "{'status': 500, 'body': {'content': 'oh', 'contentType': 'text/plain', 'encoded': false}, 'headers': {'Content-Type': ['text/plain;charset=UTF-8']}}",
            "{'status': 201, 'body': {'content': 'iVBORwD/', 'contentType': 'image/png', 'encoded': 'base64'}, 'headers': {'Content-Type': ['image/png'], 'ETag': ['\\\"1\\\"']}}");

    /** The response header that identifies the interaction. */
    public static final String NUMBER_HEADER = "X-Interaction";

    /** A copy with some parts of another interaction; each bit of the number stands for one part. */
    public GeneratedInteraction withPartsOf(GeneratedInteraction other, int parts) {
        return new GeneratedInteraction(
                (parts & 1) == 0 ? method : other.method,
                (parts & 2) == 0 ? path : other.path,
                (parts & 4) == 0 ? query : other.query,
                (parts & 8) == 0 ? headers : other.headers,
                (parts & 16) == 0 ? body : other.body,
                hasRequestGenerators,
                responseNumber);
    }

    /** The matchers of the request, with the part that each applies to: {@code "path regex"}, {@code "body integer"}. */
    public Stream<String> matchers() {
        return Stream.of(
                        named("path", Stream.of(path)),
                        named("query", query.stream()),
                        named("header", headers.stream()),
                        body.rules().values().stream()
                                .flatMap(MatchingRule::names)
                                .map(name -> "body " + name))
                .flatMap(names -> names);
    }

    private static Stream<String> named(String category, Stream<ExpectedPart> parts) {
        return parts.map(ExpectedPart::rule)
                .filter(Objects::nonNull)
                .flatMap(MatchingRule::names)
                .map(name -> category + " " + name);
    }

    /** The example request. */
    public Request example() {
        var pairs = query.stream()
                .flatMap(parameter ->
                        parameter.values().stream().map(value -> encoded(parameter.name()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        var fields = new ArrayList<String>();
        for (var header : headers) {
            header.values().forEach(value -> fields.add(header.name() + ": " + value));
        }
        if (!body.contentType().isEmpty()) {
            fields.add("Content-Type: " + body.contentType());
        }
        var target = target(path.values().get(0)) + (pairs.isEmpty() ? "" : "?" + pairs);
        return new Request(method, target, List.copyOf(fields), body.content());
    }

    /** Encodes what HTTP forbids in a target (RFC 9112, section 3.2), as clients do; other characters that a URI must not have stay. */
    private static String target(String path) {
        var target = new StringBuilder();
        path.codePoints()
                .mapToObj(Character::toString)
                .map(character -> character.matches("[!-~]") ? character : encoded(character))
                .forEach(target::append);
        return target.isEmpty() ? "/" : target.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** The interaction as JSON, in the form of a specification version. */
    public ObjectNode json(SpecificationVersion specification, int number) {
        var json = JSON.objectNode();
        if (specification == SpecificationVersion.V4) {
            json.put("type", "Synchronous/HTTP");
        }
        json.put("description", "interaction " + number);
        json.set("request", request(specification));
        json.set("response", response(specification, number));
        return json;
    }

    private ObjectNode request(SpecificationVersion specification) {
        var request = JSON.objectNode()
                .put("method", method)
                .put("path", path.values().get(0));
        var expectedHeaders = new ArrayList<>(headers);
        if (!body.contentType().isEmpty() && headers.size() != 2) {
            // sometimes without this header, so that only the body shows its type
            expectedHeaders.add(new ExpectedPart("Content-Type", List.of(body.contentType()), null));
        }
        if (!query.isEmpty()) {
            request.set("query", specification.query(query));
        }
        if (!expectedHeaders.isEmpty()) {
            request.set("headers", specification.headers(expectedHeaders));
        }
        if (body.kind() != ExpectedBody.Kind.MISSING) {
            request.set("body", specification.body(body));
        }
        request.set("matchingRules", specification.rules(this));
        if (hasRequestGenerators && specification != SpecificationVersion.V2) {
            request.set("generators", MatchingRule.json("""
                    {'path': {'type': 'Regex', 'regex': '/generated'},
                     'query': {'a': {'type': 'RandomInt', 'min': 7, 'max': 7}},
                     'header': {'X-A': {'type': 'Uuid'}},
                     'body': {'$.a': {'type': 'RandomString', 'size': 20}}}"""));
        }
        return request;
    }

    private ObjectNode response(SpecificationVersion specification, int number) {
        var response = (ObjectNode) MatchingRule.json(RequestMutation.pick(RESPONSES, responseNumber))
                .deepCopy();
        response.withObjectProperty("headers").putArray(NUMBER_HEADER).add(String.valueOf(number));
        return specification.response(response);
    }

    public static JsonNode base64(byte[] bytes) {
        return JSON.textNode(Base64.getEncoder().encodeToString(bytes));
    }
}
