package dev.treaty.consumer.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * JSON (RFC 8259) as APIs speak it. They add members without a new version, so unknown ones are ignored. Every member that a record has
 * is required, unless it is an {@code Optional} or says {@code @JsonSetter(nulls = Nulls.AS_EMPTY)}: a missing id must not become a 0.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** Writes a record, a map or a tree. Times are ISO 8601; an empty {@code Optional} is left out. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes values.
            throw new IllegalArgumentException("Not JSON: " + value.getClass());
        }
    }

    /** Reads a whole document. */
    public static JsonNode tree(byte[] document) throws UnreadableJson {
        try {
            var tree = MAPPER.readTree(document);
            if (tree.isMissingNode()) {
                throw new UnreadableJson("is empty");
            }
            return tree;
        } catch (IOException e) {
            throw new UnreadableJson("is not JSON");
        }
    }

    /** Reads a whole document as a record. */
    public static <T> T read(byte[] document, Class<T> type) throws UnreadableJson {
        return read(tree(document), "$", type);
    }

    /**
     * Reads a part of a document.
     *
     * @param at where the part is in its document, for messages: {@code $.data[0]}
     */
    public static <T> T read(JsonNode part, String at, Class<T> type) throws UnreadableJson {
        if (part.isMissingNode() || part.isNull()) {
            throw new UnreadableJson("has no value at " + at);
        }
        try {
            return MAPPER.treeToValue(part, type);
        } catch (JsonMappingException e) {
            throw new UnreadableJson("has no valid value at " + at + path(e));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // reading a tree parses nothing
        }
    }

    /** E.g. {@code .items[1].id}. The path only: the exception's message may quote the value, and the value may be a secret. */
    private static String path(JsonMappingException exception) {
        var path = new StringBuilder();
        for (var step : exception.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.toString();
    }
}
