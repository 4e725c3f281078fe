package dev.treaty.stubs.stripe.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stripe's v1 API as data. */
public final class Surface {

    private static final String RESOURCE = "stripe-surface.json";

    /** Parameters that the data lacks: those of earlier versions, and those that Stripe takes although its types do not say so. */
    private static final String MORE_PARAMETERS = "more-parameters.json";

    /** Operations that the data lacks, because the SDK's types describe them in another way. */
    private static final String MORE_OPERATIONS = "more-operations.json";

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Operation> asWritten = new HashMap<>();
    private final Map<String, Shape> objects = new LinkedHashMap<>();
    private final Set<String> versions;
    private final Set<String> eventTypes;

    private Surface(JsonNode data) {
        data.path("operations").forEach(described -> {
            var operation = new Operation(described);
            asWritten.put(operation.route(), operation);
            operations.put(normalized(operation.route()), operation);
        });
        data.path("objects")
                .properties()
                .forEach(entry -> objects.put(entry.getKey(), Shape.ofFields(entry.getValue())));
        versions = Set.copyOf(webhookValues("api_version"));
        eventTypes = Set.copyOf(webhookValues("enabled_events"));
    }

    /** The data, which is read when it is needed for the first time. */
    public static Surface get() {
        return Loaded.SURFACE;
    }

    private static Surface read() {
        var data = resource(RESOURCE);
        resource(MORE_OPERATIONS).forEach(((ArrayNode) data.path("operations"))::add);
        var more = resource(MORE_PARAMETERS);
        data.path("operations").forEach(operation -> {
            var route = operation.path("verb").asText() + " "
                    + operation.path("path").asText();
            if (operation.path("params") instanceof ObjectNode params
                    && more.path(route) instanceof ObjectNode further) {
                merge(params, further);
            }
        });
        return new Surface(data);
    }

    private static void merge(ObjectNode params, ObjectNode further) {
        further.properties().forEach(entry -> {
            if (params.path(entry.getKey()) instanceof ObjectNode known
                    && entry.getValue() instanceof ObjectNode added) {
                merge(known, added);
            } else {
                params.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static JsonNode resource(String name) {
        try (var resource = Surface.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return Json.parse(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All operations. */
    public Collection<Operation> operations() {
        return operations.values();
    }

    /**
     * The operation of a route.
     *
     * @param route e.g. {@code "POST /v1/customers/{id}"}; the names of its parameters do not matter
     */
    public Optional<Operation> operation(String route) {
        var known = asWritten.get(route);
        return Optional.ofNullable(known == null ? operations.get(normalized(route)) : known);
    }

    /** The fields of an object. */
    public Optional<Shape> object(String kind) {
        return Optional.ofNullable(objects.get(kind));
    }

    /** The kinds of objects, without those that say that something was deleted. */
    public List<String> kinds() {
        return objects.keySet().stream()
                .filter(kind -> !kind.endsWith(".deleted"))
                .toList();
    }

    /** The versions of the API that Stripe accepts. */
    public Set<String> versions() {
        return versions;
    }

    /** The types of events that Stripe emits; {@code "*"} stands for all of them. */
    public Set<String> eventTypes() {
        return eventTypes;
    }

    private List<String> webhookValues(String parameter) {
        var shape = operation("POST /v1/webhook_endpoints").flatMap(operation -> operation.parameter(parameter));
        return shape.map(found -> found.type() == Shape.Type.LIST ? found.element() : found)
                .map(Shape::values)
                .orElseGet(ArrayList::new);
    }

    private static String normalized(String route) {
        return route.replaceAll("\\{[^}]*\\}", "{}");
    }

    /** Read by the class loader, once. */
    private static final class Loaded {

        private static final Surface SURFACE = read();
    }
}
