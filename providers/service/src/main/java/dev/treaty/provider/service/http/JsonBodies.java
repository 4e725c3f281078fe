package dev.treaty.provider.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.service.problems.PlatformProblems;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads JSON objects (RFC 8259) in requests, the same way in every service. Duplicate members are refused: parsers disagree on which of them
 * counts, and attacks exploit that. So is text that is not UTF-8, and whatever follows the object.
 */
public final class JsonBodies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonBodies() {}

    /**
     * Checks the media type of a body.
     *
     * @param accepted the only one, e.g. {@code "application/json"}; parameters are ignored
     * @throws dev.treaty.provider.service.problems.Problem 415 {@code unsupported-media-type}
     */
    public static void requireMediaType(Context context, String accepted) {
        var given = Optional.ofNullable(context.contentType())
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!given.equals(accepted)) {
            throw PlatformProblems.unsupportedMediaType(context.method().name(), accepted);
        }
    }

    /**
     * The object in a body.
     *
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code unreadable-body} if it is anything else
     */
    public static ObjectNode object(byte[] body) {
        try {
            if (JSON.readTree(text(body)) instanceof ObjectNode object) {
                return object;
            }
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw notAnObject();
        }
        throw notAnObject();
    }

    /** JSON is UTF-8, and a byte order mark before it may be ignored (RFC 8259, section 8.1). */
    private static String text(byte[] body) throws CharacterCodingException {
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * The object in a body as a record.
     *
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code unreadable-body} if it is anything else, or a member has another type
     */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return JSON.treeToValue(object(body), type);
        } catch (JsonProcessingException e) {
            throw PlatformProblems.unreadableBody("The body is not the expected JSON");
        }
    }

    private static RuntimeException notAnObject() {
        return PlatformProblems.unreadableBody("The body must be a JSON object");
    }
}
