package dev.treaty.consumer.apigateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/** JSON (RFC 8259) as the services speak it. */
public final class Json {

    /** Ignores unknown members, requires those that are needed, and keeps every digit. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    public static byte[] write(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + body.getClass(), e);
        }
    }

    /** Reads a body. */
    public static <T> T read(byte[] body, Class<T> type) throws UnreadableResponse {
        try {
            var value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new UnreadableResponse("the body is null");
            }
            return value;
        } catch (JsonMappingException e) {
            // The path only: the message may quote the value, and the value may be a token.
            throw new UnreadableResponse("the body has no valid value at " + path(e));
        } catch (IOException e) {
            throw new UnreadableResponse("the body is not JSON");
        }
    }

    /** Reads a body that is a JSON object; empty if it is anything else. */
    public static Optional<ObjectNode> object(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body)).filter(JsonNode::isObject).map(ObjectNode.class::cast);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** E.g. {@code $.items[1].id}. */
    private static String path(JsonMappingException exception) {
        var path = new StringBuilder("$");
        for (var step : exception.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.toString();
    }
}
