package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.service.http.JsonBodies;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A JSON object in a request. Whether its values are acceptable is for the services to say. */
final class RequestBody {

    /** RFC 8259. */
    static final String JSON = "application/json";

    /** RFC 7396. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    private final ObjectNode object;

    private RequestBody(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @param largest in bytes; no more is read
     * @param mediaType the required media type
     * @param members strings that it must contain
     * @throws Problem if it is of another type (415), too large (413), not a JSON object (400), or lacks a member (422)
     */
    static RequestBody read(Context context, int largest, String mediaType, String... members) {
        JsonBodies.requireMediaType(context, mediaType);
        var object = JsonBodies.object(bytes(context, largest));
        var wrong = Arrays.stream(members)
                .flatMap(member -> wrong(object, member).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw PlatformProblems.invalidFields(wrong);
        }
        return new RequestBody(object);
    }

    private static Optional<FieldError> wrong(ObjectNode object, String member) {
        if (!object.path(member).isTextual()) {
            return Optional.of(new FieldError(member, "is missing or not a string"));
        }
        // Half of a surrogate pair, which JSON can escape, and which cannot be sent on
        return UTF_8.newEncoder().canEncode(object.path(member).textValue())
                ? Optional.empty()
                : Optional.of(new FieldError(member, "is not valid Unicode"));
    }

    /** One of the required strings. */
    String text(String member) {
        return object.path(member).textValue();
    }

    /** Counts the bytes, because the declared length may be wrong or missing. */
    private static byte[] bytes(Context context, int largest) {
        try {
            var bytes = context.bodyInputStream().readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw PlatformProblems.bodyTooLarge(largest);
            }
            return bytes;
        } catch (IOException e) {
            throw PlatformProblems.unreadableBody("The body ended early");
        }
    }
}
