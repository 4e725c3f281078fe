package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.ExpandPaths;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces ids by the objects that they refer to, and adds lists that are only there on demand. */
public final class Expander {

    private final StripeContext stripe;

    /** @param stripe where the objects are */
    public Expander(StripeContext stripe) {
        this.stripe = stripe;
    }

    /** Expands a response in place. */
    public void expand(ObjectNode response, ExpandPaths paths) {
        paths.children().forEach((name, next) -> field(response, name, next));
    }

    private void field(ObjectNode owner, String name, ExpandPaths next) {
        var value = owner.get(name);
        if (value == null) {
            value = stripe.include(owner, name).orElse(null);
        }
        if (value == null) {
            return;
        }
        var expanded = expanded(value, next);
        owner.set(name, expanded);
    }

    private JsonNode expanded(JsonNode value, ExpandPaths next) {
        if (value instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                list.set(i, expanded(list.get(i), next));
            }
            return list;
        }
        var object = object(value);
        if (object == null) {
            return value;
        }
        expand(object, next);
        return object;
    }

    private @Nullable ObjectNode object(JsonNode value) {
        return value instanceof ObjectNode object
                ? object
                : Optional.ofNullable(value.textValue())
                        .flatMap(this::referenced)
                        .orElse(null);
    }

    private Optional<ObjectNode> referenced(String id) {
        return ResourceKinds.byId(id).stream()
                .flatMap(kind -> stripe.findEvenIfDeleted(kind, id).stream())
                .findFirst();
    }
}
