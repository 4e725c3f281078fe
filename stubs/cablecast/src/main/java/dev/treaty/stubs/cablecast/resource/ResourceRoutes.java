package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reading, creating, changing and deleting resources, which is the same for all types. */
public final class ResourceRoutes {

    /** Where the API is. */
    public static final String API = "/cablecastapi/v1/";

    private static final String NOT_COVERED = "Treaty-Not-Covered";
    private static final ResourceRules NO_RULES = new ResourceRules() {};

    private final Map<String, ResourceRules> rules;

    /**
     * The routes of all types.
     *
     * @param rules what is special, by the type's singular name
     */
    public ResourceRoutes(Map<String, ResourceRules> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** Adds the routes of all types. */
    public void addTo(RouteTable<RouteHandler> routes) {
        for (var type : ResourceTypes.all()) {
            var all = API + type.path();
            var one = all + "/{id}";
            routes.add("GET " + all, exchange -> list(type, exchange));
            routes.add("GET " + one, exchange -> read(type, exchange));
            if (type.isCreatable()) {
                routes.add("POST " + all, exchange -> create(type, exchange));
                routes.add("POST " + all + "/batch", exchange -> createAll(type, exchange));
            }
            if (type.isWritable()) {
                routes.add("PUT " + one, exchange -> change(type, exchange));
                routes.add("DELETE " + one, exchange -> delete(type, exchange));
            }
        }
    }

    private StubResponse list(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        var page = ListQuery.of(type, exchange.request()).page(resources);
        var body = Json.object();
        body.set("meta", page.meta());
        put(body, type, page.resources(), resources, fields(exchange));
        sideLoad(body, type, page.resources(), resources, exchange);
        return CablecastError.json(200, body);
    }

    private StubResponse read(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        var resource = resources.get(type.singular(), exchange.parameter("id"));
        var body = one(type, resource, resources);
        sideLoad(body, type, List.of(resource), resources, exchange);
        return CablecastError.json(200, body);
    }

    private StubResponse create(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        return response(type, create(SubmittedResource.one(type, exchange.request()), resources), resources);
    }

    private StubResponse createAll(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        var created = SubmittedResource.many(type, exchange.request()).stream()
                .map(submitted -> create(submitted, resources))
                .toList();
        var body = Json.object();
        put(body, type, created, resources, Set.of());
        return CablecastError.json(200, body);
    }

    private ObjectNode create(SubmittedResource submitted, Resources resources) {
        var type = submitted.type();
        var values = submitted.forCreation(resources);
        rules(type).check(resources, values, submitted.fields(), null);
        var resource = resources.create(type.singular(), values);
        rules(type).created(resources, resource);
        return resources.get(type.singular(), resource.path("id").asText());
    }

    private StubResponse change(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        var previous = resources.get(type.singular(), exchange.parameter("id"));
        var submitted = SubmittedResource.one(type, exchange.request());
        ObjectNode resource = previous.deepCopy();
        resource.setAll(submitted.forChange(resources));
        rules(type).check(resources, resource, submitted.fields(), previous);
        resources.store(type.singular(), resource);
        return response(type, resource, resources);
    }

    private static StubResponse delete(ResourceType type, Exchange exchange) {
        var resources = new Resources(exchange.world());
        var resource = resources.get(type.singular(), exchange.parameter("id"));
        resources.delete(type.singular(), resource.path("id").asText());
        return StubResponse.of(204, Map.of(), new byte[0]);
    }

    private StubResponse response(ResourceType type, ObjectNode resource, Resources resources) {
        var response = CablecastError.json(200, one(type, resource, resources));
        return type.behaves() ? response : response.withHeader(NOT_COVERED, "behaviour");
    }

    private ObjectNode one(ResourceType type, ObjectNode resource, Resources resources) {
        var body = Json.object();
        body.set(type.singular(), new ResourceView(resources, rules).of(type, resource));
        return body;
    }

    /** One resource with its root, as clients see it. */
    public ObjectNode shown(String singular, ObjectNode resource, Resources resources) {
        return one(ResourceTypes.of(singular), resource, resources);
    }

    private void put(
            ObjectNode body, ResourceType type, Iterable<ObjectNode> stored, Resources resources, Set<String> fields) {
        var view = new ResourceView(resources, rules);
        var list = body.putArray(type.plural());
        for (var resource : stored) {
            var shown = view.of(type, resource);
            list.add(fields.isEmpty() ? shown : shown.retain(fields));
        }
    }

    private void sideLoad(
            ObjectNode body, ResourceType type, List<ObjectNode> primary, Resources resources, Exchange exchange) {
        SideLoading.of(resources, exchange.request(), type, primary)
                .forEach((included, found) -> put(body, included, found, resources, Set.of()));
    }

    /** The fields that the client wants, e.g. {@code fields=id,title}; empty for all. */
    private static Set<String> fields(Exchange exchange) {
        var wanted = new HashSet<>(new QueryParameters(exchange.request()).separated("fields"));
        if (!wanted.isEmpty()) {
            wanted.add("id");
        }
        return wanted;
    }

    private ResourceRules rules(ResourceType type) {
        return rules.getOrDefault(type.singular(), NO_RULES);
    }
}
