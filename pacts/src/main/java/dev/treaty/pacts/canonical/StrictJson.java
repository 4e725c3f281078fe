package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON without losing anything: 1.0 stays 1.0, and a key that is there twice is an error. */
public final class StrictJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * The object in a file.
     *
     * @throws UnreadableContract when the file cannot be read or holds no JSON object, with line and column
     */
    public static ObjectNode object(Path file) {
        return object(text(file), file.toString());
    }

    /**
     * The object in a text.
     *
     * @param source where the text is from, for the error
     * @throws UnreadableContract when the text is no JSON object, with line and column
     */
    public static ObjectNode object(String text, String source) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw notJson("there is no object at its top", source, 1, 1, null);
        } catch (JsonProcessingException e) {
            var position = e.getLocation();
            throw notJson(reason(e), source, position.getLineNr(), position.getColumnNr(), e);
        }
    }

    /** The JSON in a text that may be no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of a file in UTF-8.
     *
     * @throws UnreadableContract when it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnreadableContract("A contract is not UTF-8.", file.toString(), "save the file in UTF-8", e);
        } catch (IOException e) {
            throw new UnreadableContract(
                    "A file cannot be read: " + e.getMessage() + ".", file.toString(), "make it readable", e);
        }
    }

    /** Jackson's own words, in which a second position looks as ours do. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceAll("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]", "line $1, column $2");
    }

    private static UnreadableContract notJson(
            String reason, String source, int line, int column, @Nullable Throwable cause) {
        return new UnreadableContract(
                "A contract is not JSON: " + reason + ".",
                "%s, line %d, column %d".formatted(source, line, column),
                "correct the file, or restore it and record it again: mvn -pl pacts -am verify",
                cause);
    }
}
