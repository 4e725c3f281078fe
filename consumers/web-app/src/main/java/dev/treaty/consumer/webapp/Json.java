package dev.treaty.consumer.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** JSON as the gateway speaks it: objects (RFC 8259, section 4) both ways. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] write(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A body that cannot be written as JSON", e);
        }
    }

    /** What an answer's body says. */
    static Document read(Answer answer) {
        try {
            var document = MAPPER.readTree(answer.body());
            if (document.isObject()) {
                return new Document(document, answer);
            }
        } catch (IOException e) {
            throw answer.unexpected("whose body is not JSON");
        }
        throw answer.unexpected("whose body is not a JSON object");
    }
}
