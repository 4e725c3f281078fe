package dev.treaty.stubs.samsara.address;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.vehicle.GeoPoint;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;

/** The addresses, each with its geofence: a circle, or a polygon that is only kept. */
public final class Addresses implements SamsaraFeature {

    private static final ObjectKind KIND = ObjectKind.of("address");
    private static final String PATH = "/addresses";

    private final Events events;

    /** @param events tells of them */
    public Addresses(Events events) {
        this.events = events;
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH, exchange -> {
            var addresses = of(exchange.world());
            return addresses.page(exchange, addresses.all().toList());
        });
        routes.add("POST " + PATH, this::add);
        routes.add("GET " + PATH + "/{id}", exchange -> Answers.data(get(exchange)));
        routes.add("PATCH " + PATH + "/{id}", this::change);
        routes.add("DELETE " + PATH + "/{id}", this::remove);
    }

    /** The addresses of an account. */
    public static SamsaraObjects of(World world) {
        return new SamsaraObjects(world, KIND);
    }

    /** What requests and events say of an address that they only mention. */
    public static ObjectNode reference(ObjectNode address) {
        var reference = Json.object();
        reference.set("id", address.get("id"));
        reference.set("name", address.get("name"));
        return reference;
    }

    /** Where an address is. */
    public static GeoPoint place(ObjectNode address) {
        return GeoPoint.of(address);
    }

    /** How large the circle of its geofence is; 0 if it is a polygon. */
    public static double radiusMeters(ObjectNode address) {
        return address.path("geofence").path("circle").path("radiusMeters").asDouble();
    }

    /** Creates an address with a circle around it. */
    public static ObjectNode create(World world, String id, String name, GeoPoint place, int radiusMeters) {
        var address = place.putInto(Json.object()
                .put("id", id)
                .put("name", name)
                .put("formattedAddress", "%s, San Francisco, CA".formatted(name))
                .put("createdAtTime", world.now().toString()));
        place.putInto(address.putObject("geofence").putObject("circle").put("radiusMeters", radiusMeters));
        address.putObject("externalIds");
        address.putArray("tags");
        return of(world).put(address);
    }

    /** Tells that a vehicle came into the geofence of an address, or left it. */
    public static void cross(Events events, World world, String eventType, ObjectNode address, ObjectNode vehicle) {
        var data = Events.about("vehicle", Vehicles.reference(vehicle));
        var crossed = reference(address);
        crossed.set("formattedAddress", address.get("formattedAddress"));
        crossed.set("geofence", address.get("geofence"));
        data.set("address", crossed);
        events.send(world, eventType, data);
    }

    private static ObjectNode get(Exchange exchange) {
        return of(exchange.world()).get(exchange.parameter("id"));
    }

    private StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var address = Json.object()
                .put("id", SamsaraObjects.newId(world))
                .put("name", body.text("name"))
                .put("formattedAddress", body.text("formattedAddress"))
                .put("createdAtTime", world.now().toString());
        address.putObject("externalIds");
        address.putArray("tags");
        if (body.object("geofence").isEmpty()) {
            throw SamsaraError.badRequest("Missing required field geofence.");
        }
        return saved(world, address, body, "AddressCreated");
    }

    private StubResponse change(Exchange exchange) {
        var body = Body.of(exchange.request());
        var address = get(exchange);
        body.copyTo(address, "name", "formattedAddress");
        return saved(exchange.world(), address, body, "AddressUpdated");
    }

    private StubResponse saved(World world, ObjectNode address, Body body, String eventType) {
        body.copyTo(address, "notes", "latitude", "longitude", "geofence", "addressTypes");
        of(world).setExternalIds(address, body);
        locate(address);
        of(world).put(address);
        events.send(world, eventType, Events.about("address", Answers.visible(address)));
        return Answers.data(address);
    }

    /** Samsara finds out where an address is; here, the geofence says it. */
    private static void locate(ObjectNode address) {
        var circle = address.path("geofence").path("circle");
        var corner = address.path("geofence").path("polygon").path("vertices").path(0);
        var center = circle.has("latitude") ? circle : corner;
        if (!address.has("latitude") && !center.has("latitude")) {
            throw SamsaraError.badRequest(
                    "Invalid value for field geofence: the replay needs a latitude and a longitude.");
        }
        if (!address.has("latitude")) {
            GeoPoint.of(center).putInto(address);
        }
        if (circle instanceof ObjectNode object && !object.has("latitude")) {
            GeoPoint.of(address).putInto(object);
        }
    }

    private StubResponse remove(Exchange exchange) {
        var address = get(exchange);
        of(exchange.world()).remove(address.path("id").asText());
        events.send(exchange.world(), "AddressDeleted", Events.about("address", Answers.visible(address)));
        return Answers.noContent();
    }
}
