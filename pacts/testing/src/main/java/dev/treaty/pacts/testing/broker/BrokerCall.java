package dev.treaty.pacts.testing.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path its segments, decoded
 * @param query names and values in their order, decoded
 * @param contentType empty if there is none
 * @param body an empty object if it is empty or not JSON
 */
record BrokerCall(String method, List<String> path, List<Parameter> query, String contentType, JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    record Parameter(String name, String value) {}

    static BrokerCall of(String method, URI uri, String contentType, byte[] body) {
        var path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(BrokerCall::decode)
                .toList();
        return new BrokerCall(method, path, parameters(uri.getRawQuery()), contentType, json(new String(body, UTF_8)));
    }

    private static List<Parameter> parameters(@Nullable String query) {
        var parameters = new ArrayList<Parameter>();
        if (query != null) {
            for (var part : query.split("&", -1)) {
                var nameAndValue = part.split("=", 2);
                parameters.add(
                        new Parameter(decode(nameAndValue[0]), nameAndValue.length > 1 ? decode(nameAndValue[1]) : ""));
            }
        }
        return parameters;
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    Optional<String> parameter(String name) {
        return query.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Whether the method is this one and the path has these segments; {@code *} stands for any. */
    boolean is(String otherMethod, String pattern) {
        var segments = Arrays.stream(pattern.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (!method.equals(otherMethod) || segments.size() != path.size()) {
            return false;
        }
        for (var i = 0; i < segments.size(); i++) {
            if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
