package dev.treaty.stubs.samsara.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** The body of a request, or an object in it. */
public record Body(ObjectNode json) {

    /** Reads the body of a request, which must be an object. */
    public static Body of(VendorRequest request) {
        try {
            if (request.json() instanceof ObjectNode object) {
                return new Body(object);
            }
        } catch (UncheckedIOException e) {
            // as for JSON of another kind
        }
        throw SamsaraError.badRequest("Invalid request body: must be a JSON object.");
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** A text that must be there. */
    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> SamsaraError.badRequest("Missing required field %s.".formatted(name)));
    }

    /** A text; empty if it is not there. */
    public Optional<String> optionalText(String name) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw SamsaraError.badRequest("Invalid value for field %s: must be a string.".formatted(name));
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    /** A time in RFC 3339; empty if it is not there. */
    public Optional<Instant> time(String name) {
        return optionalText(name).map(value -> Query.time(name, value));
    }

    /** A number that must be there. */
    public double number(String name) {
        if (!json.path(name).isNumber()) {
            throw SamsaraError.badRequest("Invalid value for field %s: must be a number.".formatted(name));
        }
        return json.path(name).asDouble();
    }

    /** An object; empty if it is not there. */
    public Optional<Body> object(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isObject).map(object -> new Body((ObjectNode) object));
    }

    /** Copies fields that are there into an object, as they are. */
    public void copyTo(ObjectNode target, String... names) {
        for (var name : names) {
            if (json.hasNonNull(name)) {
                target.set(name, json.get(name));
            }
        }
    }
}
