package dev.treaty.provider.verification.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replaces the examples in a recorded request by real values. Only whole values are replaced: a path segment, a query parameter, a form
 * field, a string or number in JSON. So the example {@code 1} does not change {@code 12}.
 *
 * @param byExample the real value for each example, e.g. {@code cus_42 -> cus_Nx8…}
 */
record RealValueSubstitution(Map<String, String> byExample) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void applyTo(IRequest request) {
        request.setPath(Arrays.stream(request.getPath().split("/", -1))
                .map(this::pathSegment)
                .collect(Collectors.joining("/")));
        request.getQuery()
                .replaceAll((name, values) -> values.stream().map(this::real).toList());
        var body = request.getBody();
        if (body.isPresent()) {
            request.setBody(
                    OptionalBody.body(body(body.valueAsString(), body.getContentType()), body.getContentType()));
        }
    }

    private String real(String value) {
        return byExample.getOrDefault(value, value);
    }

    /** A segment may end with the requested format, as in Twilio's {@code SM42.json}. */
    private String pathSegment(String segment) {
        var dot = segment.lastIndexOf('.');
        return dot < 0 ? real(segment) : real(segment.substring(0, dot)) + segment.substring(dot);
    }

    private byte[] body(String text, ContentType type) {
        if (type.isJson()) {
            return json(text).getBytes(UTF_8);
        }
        return type.getBaseType() != null && type.getBaseType().equals("application/x-www-form-urlencoded")
                ? form(text).getBytes(UTF_8)
                : text.getBytes(UTF_8);
    }

    private String form(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .map(field -> field.length < 2
                        ? field[0]
                        : field[0] + "=" + URLEncoder.encode(real(URLDecoder.decode(field[1], UTF_8)), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String json(String text) {
        try {
            return JSON.writeValueAsString(json(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> property.setValue(json(property.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, json(array.get(i)));
            }
            return array;
        }
        var real = node.isTextual() || node.isNumber() ? byExample.get(node.asText()) : null;
        if (real == null) {
            return node;
        }
        return node.isNumber()
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(real))
                : JsonNodeFactory.instance.textNode(real);
    }
}
