package dev.treaty.provider.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.service.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** A JSON object that a caller sent. Whether its texts are good ones is for the services to say. */
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
     * @param largest in bytes; not one more is kept
     * @param mediaType what it must say it is
     * @param members texts that must be in it
     * @throws Problem if it is something else (415), too large (413), no JSON object (400), or lacks a text (422)
     */
    static RequestBody read(Context context, int largest, String mediaType, String... members) {
        if (!mediaType.equals(mediaType(context))) {
            throw new Problem(415, "unsupported-media-type", "The body is not of the media type that is asked for")
                    .withHeader(context.method().name().equals("PATCH") ? "Accept-Patch" : "Accept", mediaType);
        }
        var object = Json.object(bytes(context, largest))
                .orElseThrow(() -> new Problem(400, "unreadable-body", "The body is no JSON object"));
        var missing = Arrays.stream(members)
                .filter(member -> !object.path(member).isTextual())
                .map(member -> Map.of("field", member, "detail", "is not there, or is no text"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Problem(422, "invalid-fields", "Some fields are not acceptable").with("errors", missing);
        }
        return new RequestBody(object);
    }

    /** One of the texts that must be there. */
    String text(String member) {
        return object.path(member).textValue();
    }

    private static String mediaType(Context context) {
        var contentType = context.contentType() == null ? "" : context.contentType();
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The length that a request tells may be a lie, or missing; so it is the bytes that are counted. */
    private static byte[] bytes(Context context, int largest) {
        try {
            var bytes = context.bodyInputStream().readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new Problem(413, "body-too-large", "The body is too large").with("limit", largest);
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(400, "unreadable-body", "The body ended before it was complete");
        }
    }
}
