package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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

/** Reads JSON without losing anything: 1.0 stays 1.0, and a duplicate key is an error. */
public final class StrictJson {

    /** Whoever reads a file decides how large it may be; here, what was read is only looked at. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100_000)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    /** Reads and writes JSON under these rules. */
    public static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * Reads the object in a file.
     *
     * @throws UnreadableContract if the file cannot be read or is not a JSON object; the message has line and column
     */
    public static ObjectNode object(Path file) {
        return object(text(file), file.toString());
    }

    /**
     * Reads the object in a text.
     *
     * @param source where the text comes from, for the error message
     * @throws UnreadableContract if the text is not a JSON object; the message has line and column
     */
    public static ObjectNode object(String text, String source) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw notJson("it is not an object", source, 1, 1, null);
        } catch (JsonProcessingException e) {
            var position = e.getLocation();
            throw notJson(reason(e), source, position.getLineNr(), position.getColumnNr(), e);
        }
    }

    /** Reads a text that may or may not be JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the text of a file in UTF-8.
     *
     * @throws UnreadableContract if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnreadableContract("A contract is not UTF-8.", file.toString(), "save the file in UTF-8", e);
        } catch (IOException e) {
            throw new UnreadableContract(
                    "The file cannot be read: " + e.getMessage() + ".",
                    file.toString(),
                    "check that the file exists and can be read",
                    e);
        }
    }

    /** Jackson's own message, with any second position written the way we write positions. */
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
