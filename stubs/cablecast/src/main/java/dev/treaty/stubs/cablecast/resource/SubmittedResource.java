package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource as a client sends it, without its root. Fields that the type does not have are ignored, as Cablecast does.
 *
 * @param fields as they arrived
 */
record SubmittedResource(ResourceType type, ObjectNode fields) {

    /** What Cablecast's own clients send as the id of something that they do not refer to. */
    private static final long NOTHING = 0;

    /**
     * The resource in a body with a singular root, {@code {"show": {…}}}.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if there is no such root
     */
    static SubmittedResource one(ResourceType type, VendorRequest request) {
        var root = body(request).path(type.singular());
        if (root instanceof ObjectNode fields) {
            return new SubmittedResource(type, fields);
        }
        throw missingRoot(type.singular(), "{…}");
    }

    /**
     * The resources in a body with a plural root, {@code {"reels": [{…}]}}.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if there is no such root
     */
    static List<SubmittedResource> many(ResourceType type, VendorRequest request) {
        var resources = new ArrayList<SubmittedResource>();
        for (var resource : body(request).path(type.plural())) {
            if (resource instanceof ObjectNode fields) {
                resources.add(new SubmittedResource(type, fields));
            }
        }
        if (resources.isEmpty()) {
            throw missingRoot(type.plural(), "[{…}]");
        }
        return resources;
    }

    private static JsonNode body(VendorRequest request) {
        try {
            return request.json();
        } catch (UncheckedIOException e) {
            throw CablecastError.badRequest("The body is not JSON.");
        }
    }

    private static RuntimeException missingRoot(String root, String example) {
        return CablecastError.badRequest(
                "The body has no property \"%s\": send {\"%s\": %s}.".formatted(root, root, example));
    }

    /**
     * Its values, checked, for a resource that is to be created.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if a value is missing or wrong, or refers to what does not exist
     */
    ObjectNode forCreation(Resources resources) {
        return values(resources, true);
    }

    /** The same for a resource that is to be changed: what is not given stays as it is. */
    ObjectNode forChange(Resources resources) {
        return values(resources, false);
    }

    private ObjectNode values(Resources resources, boolean complete) {
        var values = Json.object();
        var problems = new LinkedHashMap<String, String>();
        for (var field : type.fields()) {
            var given = fields.get(field.name());
            if (field.isWritable() && (given != null || complete)) {
                read(field, given == null ? field.type().empty() : given, given != null, values, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw CablecastError.invalid(type.singular(), problems);
        }
        requireReferences(resources, values);
        return values;
    }

    private static void read(
            Field field, JsonNode given, boolean isGiven, ObjectNode values, LinkedHashMap<String, String> problems) {
        var value = field.type().read(given);
        if (value.isEmpty()) {
            problems.put(
                    field.name(),
                    "%s must be %s.".formatted(field.name(), field.type().description()));
        } else if (field.isRequired() && isMissing(field, value.get(), isGiven)) {
            problems.put(field.name(), "%s is required.".formatted(field.name()));
        } else if (isGiven && isTooSmall(field, value.get())) {
            problems.put(
                    field.name(),
                    "%s must be at least %d."
                            .formatted(field.name(), field.least().getAsInt()));
        } else if (isGiven) {
            values.set(field.name(), value.get());
        }
    }

    private static boolean isTooSmall(Field field, JsonNode value) {
        var least = field.least();
        return least.isPresent() && value.decimalValue().compareTo(BigDecimal.valueOf(least.getAsInt())) < 0;
    }

    private static boolean isMissing(Field field, JsonNode value, boolean isGiven) {
        return !isGiven
                || value.isNull()
                || (field.type() == FieldType.TEXT && value.asText().isBlank())
                || (field.isReference() && value.asLong() == NOTHING);
    }

    private void requireReferences(Resources resources, ObjectNode values) {
        for (var field : type.references()) {
            var id = values.path(field.name());
            if (field.isWritable() && id.isIntegralNumber() && id.asLong() != NOTHING) {
                requireReference(resources, field, id.asText());
            }
        }
    }

    private void requireReference(Resources resources, Field field, String id) {
        if (resources.find(field.target(), id).isEmpty()) {
            var problem = "%s %s does not exist.".formatted(field.name(), id);
            throw CablecastError.invalid(type.singular(), Map.of(field.name(), problem))
                    .ofUnknownId(id);
        }
    }
}
