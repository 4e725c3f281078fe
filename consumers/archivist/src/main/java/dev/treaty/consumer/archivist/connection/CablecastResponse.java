package dev.treaty.consumer.archivist.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.treaty.consumer.archivist.connection.CablecastException.NotFound;
import dev.treaty.consumer.archivist.connection.CablecastException.Rejected;
import dev.treaty.consumer.archivist.connection.CablecastException.Unauthorized;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import dev.treaty.consumer.archivist.connection.CablecastException.UnexpectedResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A successful response from Cablecast: resources under their roots, one under a singular name ({@code show}), many under a
 * plural one ({@code shows}). Unknown members are ignored; a missing member makes it {@link UnexpectedResponse}.
 *
 * @param where the request, for messages
 */
public record CablecastResponse(JsonNode body, String where) {

    /** Cablecast adds members without a new version, so unknown ones are fine; a missing id must not become a 0. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int SHOWN = 200;

    /** Reads a response, or throws the exception that its status means. */
    public static CablecastResponse of(int status, byte[] body, String subject, String where) {
        if (status >= 200 && status < 300) {
            return new CablecastResponse(parse(body, where), where);
        }
        throw switch (status) {
            case 401, 403 -> new Unauthorized(status, subject, where);
            case 404 -> new NotFound(where);
            case 429 -> new Unavailable("Cablecast has received too many requests (HTTP 429).", where, null);
            default ->
                status < 500
                        ? new Rejected(status, shown(body), where)
                        : new Unavailable("Cablecast failed (HTTP %d).".formatted(status), where, null);
        };
    }

    private static JsonNode parse(byte[] body, String where) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnexpectedResponse("Cablecast's response is not JSON: " + shown(body), where, e);
        }
    }

    /** Reads the one resource under a singular root. */
    public <T> T one(String root, Class<T> type) {
        return read(root, required(root), type);
    }

    /** Reads the resources under a plural root. */
    public <T> List<T> many(String root, Class<T> type) {
        var resources = required(root);
        if (!resources.isArray()) {
            throw new UnexpectedResponse("Cablecast's \"%s\" is not a list.".formatted(root), where, null);
        }
        return StreamSupport.stream(resources.spliterator(), false)
                .map(resource -> read(root, resource, type))
                .toList();
    }

    /** Reads one page of the resources under a plural root, with the total count from {@code meta}. */
    public <T> Page<T> page(String root, Class<T> type, PageWindow window) {
        return new Page<>(many(root, type), window, one("meta", Meta.class).count());
    }

    private JsonNode required(String root) {
        var value = body.path(root);
        if (value.isMissingNode() || value.isNull()) {
            throw new UnexpectedResponse("Cablecast's response has no \"%s\".".formatted(root), where, null);
        }
        return value;
    }

    private <T> T read(String root, JsonNode value, Class<T> type) {
        try {
            var resource = JSON.treeToValue(value, type);
            if (resource == null) {
                throw new UnexpectedResponse("Cablecast's \"%s\" has a null in it.".formatted(root), where, null);
            }
            return resource;
        } catch (JsonMappingException e) {
            throw new UnexpectedResponse(
                    "Cablecast's \"%s\" cannot be read: %s".formatted(root, e.getOriginalMessage()), where, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // reading a tree parses nothing
        }
    }

    private static String shown(byte[] body) {
        var text = new String(body, UTF_8).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** @param count how many resources there are in all */
    record Meta(int count) {}
}
