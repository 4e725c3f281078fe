package dev.treaty.provider.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

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
        if (!mediaType.equals(mediaType(context))) {
            throw PlatformProblems.unsupportedMediaType(context.method().name(), mediaType);
        }
        var object = JsonBody.object(bytes(context, largest))
                .orElseThrow(() -> PlatformProblems.unreadableBody("The body must be a JSON object"));
        var missing = Arrays.stream(members)
                .filter(member -> !object.path(member).isTextual())
                .map(member -> new FieldError(member, "is missing or not a string"))
                .toList();
        if (!missing.isEmpty()) {
            throw PlatformProblems.invalidFields(missing);
        }
        return new RequestBody(object);
    }

    /** One of the required strings. */
    String text(String member) {
        return object.path(member).textValue();
    }

    private static String mediaType(Context context) {
        var contentType = context.contentType() == null ? "" : context.contentType();
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
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
