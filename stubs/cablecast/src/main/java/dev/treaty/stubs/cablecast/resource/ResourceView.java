package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * Resources as clients see them.
 *
 * @param rules what is special, by the type's singular name
 */
record ResourceView(Resources resources, Map<String, ResourceRules> rules) {

    private static final ResourceRules NONE = new ResourceRules() {};

    ObjectNode of(ResourceType type, ObjectNode stored) {
        var shown = Json.object();
        shown.set("id", stored.get("id"));
        for (var field : type.fields()) {
            if (field.type() == FieldType.CHILDREN) {
                children(field, stored, shown.putArray(field.name()));
            } else if (field.isShown()) {
                shown.set(field.name(), stored.hasNonNull(field.name()) ? stored.get(field.name()) : field.absent());
            }
        }
        rules.getOrDefault(type.singular(), NONE).show(resources, stored, shown);
        return shown;
    }

    private void children(Field field, ObjectNode stored, ArrayNode ids) {
        resources
                .shownWith(field.target(), field.through(), stored.path("id").asText())
                .forEach(child -> ids.add(child.get("id")));
    }
}
