package dev.treaty.consumer.incidentdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Takes events apart for tests. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object(byte[] text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pointer (RFC 6901) to each member that is a value and not an object, e.g. {@code /data/name}. */
    static List<String> values(JsonNode object) {
        return object.properties().stream()
                .flatMap(member -> member.getValue().isObject()
                        ? values(member.getValue()).stream().map(below -> "/" + member.getKey() + below)
                        : Stream.of("/" + member.getKey()))
                .toList();
    }

    /** The object without the member that a pointer points to. */
    static ObjectNode without(ObjectNode object, String pointer) {
        var copy = object.deepCopy();
        var name = pointer.lastIndexOf('/');
        ((ObjectNode) copy.at(pointer.substring(0, name))).remove(pointer.substring(name + 1));
        return copy;
    }
}
