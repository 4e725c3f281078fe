package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * A type of resource in Cablecast's API, and the collection of all resources of the type.
 *
 * @param path its name in URLs, e.g. {@code "scheduleitems"}
 * @param singular the root of one resource, e.g. {@code "scheduleItem"}
 * @param plural the root of many, e.g. {@code "scheduleItems"}
 * @param searched the fields that {@code search} looks at
 * @param time the field by which lists are ordered, and which {@code start} and {@code end} compare; empty if there is none
 * @param companion the singular name of what is side-loaded without being asked for; empty if there is none
 * @param traits {@code creatable}, {@code writable}, {@code behaves}, {@code hidesDeleted}
 */
public record ResourceType(
        String path,
        String singular,
        String plural,
        List<Field> fields,
        List<String> searched,
        String time,
        String companion,
        List<String> traits,
        ObjectKind kind) {

    public ResourceType {
        fields = List.copyOf(fields);
        searched = List.copyOf(searched);
        traits = List.copyOf(traits);
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    List<Field> references() {
        return fields.stream().filter(Field::isReference).toList();
    }

    /** Whether clients may create resources in it. */
    public boolean isCreatable() {
        return isWritable() && traits.contains("creatable");
    }

    /** Whether clients may change its resources. */
    public boolean isWritable() {
        return traits.contains("writable");
    }

    /** Whether what Cablecast does with such a resource happens here as well; otherwise it is only kept. */
    boolean behaves() {
        return traits.contains("behaves");
    }

    /** Whether what is marked as deleted is left out, unless a list is asked for it. */
    boolean hidesDeleted() {
        return traits.contains("hidesDeleted");
    }

    /** Whether a resource is left out, because it is marked as deleted. */
    boolean hides(ObjectNode resource) {
        return hidesDeleted() && resource.path("deleted").asBoolean();
    }
}
