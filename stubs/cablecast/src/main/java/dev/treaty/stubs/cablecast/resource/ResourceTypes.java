package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All types of resources that the replay has, as {@code collections.json} describes them. */
public final class ResourceTypes {

    private static final Map<String, ResourceType> BY_SINGULAR = load();

    private ResourceTypes() {}

    /** All types. */
    public static List<ResourceType> all() {
        return List.copyOf(BY_SINGULAR.values());
    }

    /**
     * A type by its name, e.g. {@code "scheduleItem"}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ResourceType of(String singular) {
        var type = BY_SINGULAR.get(singular);
        if (type == null) {
            throw new IllegalArgumentException(singular);
        }
        return type;
    }

    /** A type by its name, in any case. */
    static Optional<ResourceType> named(String singular) {
        return BY_SINGULAR.values().stream()
                .filter(type -> type.singular().equalsIgnoreCase(singular))
                .findFirst();
    }

    /** The types that refer to one. */
    static List<ResourceType> referringTo(ResourceType referred) {
        return BY_SINGULAR.values().stream()
                .filter(type -> type.references().stream()
                        .anyMatch(field -> field.target().equals(referred.singular())))
                .toList();
    }

    private static Map<String, ResourceType> load() {
        var types = new LinkedHashMap<String, ResourceType>();
        read("collections.json").properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                var type = type(entry.getKey(), entry.getValue());
                types.put(type.singular(), type);
            }
        });
        return types;
    }

    private static JsonNode read(String resource) {
        try (var stream = ResourceTypes.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceType type(String path, JsonNode described) {
        var fields = new ArrayList<Field>();
        described
                .path("fields")
                .properties()
                .forEach(entry ->
                        fields.add(Field.parse(entry.getKey(), entry.getValue().asText())));
        var searched = new ArrayList<String>();
        described.path("search").forEach(field -> searched.add(field.asText()));
        var singular = described.path("singular").asText();
        return new ResourceType(
                path,
                singular,
                described.path("plural").asText(),
                fields,
                searched,
                described.path("time").asText(),
                described.path("with").asText(),
                traits(described),
                ObjectKind.of(
                        singular,
                        fields.stream()
                                .filter(Field::isIndexed)
                                .map(Field::name)
                                .toArray(String[]::new)));
    }

    private static List<String> traits(JsonNode described) {
        return Stream.of("creatable", "writable", "behaves", "hidesDeleted")
                .filter(trait -> described.path(trait).asBoolean(!trait.equals("hidesDeleted")))
                .toList();
    }
}
