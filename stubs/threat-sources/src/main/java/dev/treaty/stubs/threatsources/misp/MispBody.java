package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A body of MISP's API, whose fields may be text, numbers or lists of them, as PHP takes them. */
record MispBody(JsonNode json) {

    static MispBody of(VendorRequest request) {
        try {
            return new MispBody(request.json());
        } catch (UncheckedIOException e) {
            throw MispError.badRequest("The body is not valid JSON.", request);
        }
    }

    /** An object that may be wrapped in its name, e.g. {@code {"Event": {…}}}. */
    MispBody unwrapped(String name) {
        return json.has(name) ? new MispBody(json.path(name)) : this;
    }

    String text(String field, String otherwise) {
        return json.path(field).asText(otherwise);
    }

    int number(String field, int otherwise) {
        return json.path(field).asInt(otherwise);
    }

    /** Whether a flag is set, which PHP reads from {@code true}, {@code 1} and {@code "1"}. */
    boolean isSet(String field, boolean otherwise) {
        var value = json.path(field);
        return has(field) ? value.asText().matches("true|1") : otherwise;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** One value, or several. */
    List<String> texts(String field) {
        if (!has(field)) {
            return List.of();
        }
        var value = json.path(field);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }
}
