package dev.treaty.consumer.environmentconsole.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** JSON as the environment cloner speaks it: objects (RFC 8259, section 4) both ways. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] write(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body cannot be written as JSON", e);
        }
    }

    /** Reads a response's body. */
    static JsonDocument read(byte[] body, Function<String, UnexpectedResponse> unexpected) {
        try {
            var document = MAPPER.readTree(body);
            if (document.isObject()) {
                return new JsonDocument(document, unexpected);
            }
        } catch (IOException e) {
            throw unexpected.apply("its body is not JSON");
        }
        throw unexpected.apply("its body is not a JSON object");
    }
}
