package dev.treaty.stubs.stripe.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.vendor.world.Json;
import org.jspecify.annotations.Nullable;

/** What the changed fields of an object were before; a field that was not there is null. */
public final class PreviousAttributes {

    private PreviousAttributes() {}

    /** The changed fields, of nested objects too. */
    public static ObjectNode of(ObjectNode before, ObjectNode after) {
        return changed(VisibleFields.in(before), VisibleFields.in(after));
    }

    private static ObjectNode changed(ObjectNode before, ObjectNode after) {
        var previous = Json.object();
        after.properties()
                .forEach(field -> compare(field.getKey(), before.get(field.getKey()), field.getValue(), previous));
        before.properties().forEach(field -> {
            if (!after.has(field.getKey())) {
                previous.set(field.getKey(), field.getValue());
            }
        });
        return previous;
    }

    private static void compare(String name, @Nullable JsonNode before, JsonNode after, ObjectNode previous) {
        if (after.equals(before)) {
            return;
        }
        if (before == null) {
            previous.putNull(name);
        } else if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            var nested = changed(old, now);
            if (!nested.isEmpty()) {
                previous.set(name, nested);
            }
        } else {
            previous.set(name, before);
        }
    }
}
