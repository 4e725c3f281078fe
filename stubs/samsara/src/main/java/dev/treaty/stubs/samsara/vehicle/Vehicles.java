package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The vehicles. With Samsara, a vehicle comes with the gateway that is built into it; here, a test adds one ({@code POST
 * /__treaty/vehicles {"name", "latitude", "longitude"}}), has it drive ({@code POST /__treaty/vehicles/{id}/drive {"latitude",
 * "longitude"}}), and breaks its engine ({@code POST}, {@code DELETE /__treaty/vehicles/{id}/fault}).
 */
public final class Vehicles implements SamsaraFeature {

    private static final ObjectKind KIND = ObjectKind.of("vehicle");
    private static final String PATH = "/fleet/vehicles";
    private static final String CONTROL = ProviderReplay.CONTROL_PATH + "/vehicles";
    private static final String FAULT = "_fault";

    private final Events events;

    /** @param events tells of them */
    public Vehicles(Events events) {
        this.events = events;
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH, exchange -> {
            var vehicles = chosen(exchange.world(), new Query(exchange.request()));
            return of(exchange.world()).page(exchange, vehicles);
        });
        routes.add("GET " + PATH + "/{id}", exchange -> Answers.data(get(exchange)));
        routes.add("PATCH " + PATH + "/{id}", this::change);
        routes.add("POST " + CONTROL, this::add);
        routes.add("POST " + CONTROL + "/{id}/drive", Vehicles::drive);
        routes.add(
                "POST " + CONTROL + "/{id}/fault",
                exchange -> Answers.data(raiseFault(exchange.world(), get(exchange))));
        routes.add("DELETE " + CONTROL + "/{id}/fault", this::clearFault);
    }

    /** The vehicles of an account. */
    public static SamsaraObjects of(World world) {
        return new SamsaraObjects(world, KIND);
    }

    /** What requests and events say of a vehicle that they only mention. */
    public static ObjectNode reference(ObjectNode vehicle) {
        var reference = Json.object();
        for (var name : List.of("id", "name", "externalIds")) {
            if (vehicle.has(name)) {
                reference.set(name, vehicle.get(name));
            }
        }
        return reference;
    }

    /** Those that {@code vehicleIds} and {@code tagIds} name; all if there is neither. */
    static List<ObjectNode> chosen(World world, Query query) {
        var ids = query.list("vehicleIds");
        var tags = query.list("tagIds");
        var vehicles = of(world);
        var named = ids.stream()
                .flatMap(id -> vehicles.find(id).stream())
                .map(vehicle -> vehicle.path("id").asText())
                .toList();
        return vehicles.all()
                .filter(vehicle ->
                        ids.isEmpty() || named.contains(vehicle.path("id").asText()))
                .filter(vehicle -> tags.isEmpty()
                        || StreamSupport.stream(vehicle.path("tags").spliterator(), false)
                                .anyMatch(tag -> tags.contains(tag.path("id").asText())))
                .toList();
    }

    /**
     * Creates a vehicle, which stands still.
     *
     * @param since when it begins to measure
     */
    public static ObjectNode create(World world, String id, String name, GeoPoint home, Instant since) {
        var vehicle = Json.object()
                .put("id", id)
                .put("name", name)
                .put("vin", "1GBJ6P1B2HV%06d".formatted(Math.floorMod(Long.parseLong(id), 1_000_000L)))
                .put("make", "Mack")
                .put("model", "LR")
                .put("year", "2024")
                .put("licensePlate", "6SAM%03d".formatted(Math.floorMod(Long.parseLong(id), 1_000L)))
                .put("createdAtTime", since.toString())
                .put("updatedAtTime", since.toString())
                .put("_since", since.toString());
        vehicle.putObject("externalIds");
        vehicle.putArray("tags");
        vehicle.putObject("gateway").put("serial", "GFRV-43N-VGX").put("model", "VG34");
        home.putInto(vehicle.putObject("_home"));
        return of(world).put(vehicle);
    }

    /** Removes a vehicle, and all that it has driven. */
    public static void remove(World world, ObjectNode vehicle) {
        Journey.of(world, vehicle).remove();
        of(world).remove(vehicle.path("id").asText());
    }

    private static ObjectNode get(Exchange exchange) {
        return of(exchange.world()).get(exchange.parameter("id"));
    }

    private StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var home = new GeoPoint(body.number("latitude"), body.number("longitude"));
        var vehicle = create(world, SamsaraObjects.newId(world), body.text("name"), home, world.now());
        of(world).setExternalIds(vehicle, body);
        events.send(
                world,
                "VehicleCreated",
                Events.about("vehicle", Answers.visible(of(world).put(vehicle))));
        return Answers.data(vehicle);
    }

    private StubResponse change(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var vehicle = get(exchange);
        body.copyTo(vehicle, "name", "vin", "make", "model", "year", "licensePlate", "notes");
        of(world).setExternalIds(vehicle, body);
        vehicle.put("updatedAtTime", world.now().toString());
        events.send(
                world,
                "VehicleUpdated",
                Events.about("vehicle", Answers.visible(of(world).put(vehicle))));
        return Answers.data(vehicle);
    }

    private static StubResponse drive(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var vehicle = get(exchange);
        drive(world, vehicle, new GeoPoint(body.number("latitude"), body.number("longitude")));
        return Answers.data(vehicle);
    }

    /** Has a vehicle drive to a place, as soon as it has done what it has to do. */
    static void drive(World world, ObjectNode vehicle, GeoPoint to) {
        var journey = Journey.of(world, vehicle);
        // Later than every cursor that was given out until now.
        var now = world.now().plusMillis(1);
        var departs = journey.end().isAfter(now) ? journey.end().plusMillis(1) : now;
        var from = journey.at(departs);
        var arrives = departs.plus(Leg.durationOf(from.metersTo(to)));
        Journey.add(
                world, new Leg(SamsaraObjects.newId(world), vehicle.path("id").asText(), from, to, departs, arrives));
    }

    /** Has a vehicle have been on the road from a time to another, for provider states. */
    public static void drive(World world, ObjectNode vehicle, Instant departs, Duration duration) {
        var from = GeoPoint.of(vehicle.path("_home"));
        var to = new GeoPoint(from.latitude() + 0.1, from.longitude() + 0.1);
        Journey.add(
                world,
                new Leg(
                        SamsaraObjects.newId(world),
                        vehicle.path("id").asText(),
                        from,
                        to,
                        departs,
                        departs.plus(duration)));
    }

    /** Has the engine of a vehicle report a fault. */
    public ObjectNode raiseFault(World world, ObjectNode vehicle) {
        vehicle.set(FAULT, fault());
        of(world).put(vehicle);
        events.send(world, "EngineFaultOn", faultOf(vehicle));
        return vehicle;
    }

    private StubResponse clearFault(Exchange exchange) {
        var vehicle = get(exchange);
        if (vehicle.has(FAULT)) {
            var data = faultOf(vehicle);
            vehicle.remove(FAULT);
            of(exchange.world()).put(vehicle);
            events.send(exchange.world(), "EngineFaultOff", data);
        }
        return Answers.data(vehicle);
    }

    private static ObjectNode faultOf(ObjectNode vehicle) {
        var data = Events.about("vehicle", reference(vehicle));
        data.set("fault", vehicle.get(FAULT));
        return data;
    }

    private static ObjectNode fault() {
        var fault = Json.object();
        var j1939 = fault.putObject("j1939").put("occurrenceCount", 1).put("txId", "0");
        j1939.putObject("spn").put("id", "520").put("description", "Engine coolant temperature");
        j1939.putObject("fmi").put("id", "0").put("description", "Data valid but above normal operational range");
        j1939.putObject("lamps")
                .put("emissions", false)
                .put("protect", false)
                .put("stop", true)
                .put("warning", true);
        return fault;
    }
}
