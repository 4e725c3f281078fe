package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Cursor;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** What vehicles measure: a snapshot, a feed, and the past; and the same of their locations alone, in another form. */
public final class Statistics implements SamsaraFeature {

    private static final String STATS = "/fleet/vehicles/stats";
    private static final String LOCATIONS = "/fleet/vehicles/locations";

    private enum Form {
        STATS,
        LOCATIONS
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + STATS, exchange -> snapshot(exchange, Form.STATS));
        routes.add("GET " + STATS + "/feed", exchange -> feed(exchange, Form.STATS));
        routes.add("GET " + STATS + "/history", exchange -> history(exchange, Form.STATS));
        routes.add("GET " + LOCATIONS, exchange -> snapshot(exchange, Form.LOCATIONS));
        routes.add("GET " + LOCATIONS + "/feed", exchange -> feed(exchange, Form.LOCATIONS));
        routes.add("GET " + LOCATIONS + "/history", exchange -> history(exchange, Form.LOCATIONS));
    }

    /** A cursor of the feed, for provider states. */
    public static String feedCursor(World world, Instant time) {
        return Cursor.of(world, list("feed", Form.STATS), time.toString());
    }

    private static StubResponse snapshot(Exchange exchange, Form form) {
        var query = new Query(exchange.request());
        var types = types(query, form);
        var time = query.time("time").orElse(exchange.world().now());
        var vehicles = Vehicles.chosen(exchange.world(), query);
        var data = Measurements.snapshot(exchange.world(), vehicles, types, time);
        return Answers.page(inForm(data, form, "gps", "location", Statistics::location), "", false);
    }

    private static StubResponse feed(Exchange exchange, Form form) {
        var world = exchange.world();
        var query = new Query(exchange.request());
        var types = types(query, form);
        var vehicles = Vehicles.chosen(world, query);
        var after = query.text("after").map(cursor -> place(world, list("feed", form), cursor));
        if (after.isEmpty()) {
            var last = Measurements.last(world, vehicles, types, world.now());
            return feedPage(world, form, new Measurements(last, world.now(), false), "feed");
        }
        return feedPage(world, form, Measurements.of(world, vehicles, types, after.get(), world.now()), "feed");
    }

    private static StubResponse history(Exchange exchange, Form form) {
        var world = exchange.world();
        var query = new Query(exchange.request());
        var types = types(query, form);
        var vehicles = Vehicles.chosen(world, query);
        var from = query.requiredTime("startTime").minusMillis(1);
        var to = earlier(query.requiredTime("endTime"), world.now());
        var after = query.text("after")
                .map(cursor -> place(world, list("history", form), cursor))
                .orElse(from);
        return feedPage(world, form, Measurements.of(world, vehicles, types, after, to), "history");
    }

    private static StubResponse feedPage(World world, Form form, Measurements page, String kind) {
        var data = inForm(page.data(), form, "gps", "locations", Statistics::locations);
        return Answers.page(data, Cursor.of(world, list(kind, form), page.end().toString()), page.hasMore());
    }

    private static String list(String kind, Form form) {
        return form + "-" + kind;
    }

    private static Instant place(World world, String list, String cursor) {
        return Instant.parse(Cursor.place(world, list, cursor));
    }

    private static List<StatType> types(Query query, Form form) {
        return form == Form.STATS ? StatTypes.of(query) : List.of(StatType.GPS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ArrayNode inForm(
            ArrayNode data, Form form, String name, String otherName, UnaryOperator<ObjectNode> change) {
        if (form == Form.LOCATIONS) {
            for (var vehicle : data) {
                var object = change.apply((ObjectNode) vehicle);
                object.set(otherName, object.remove(name));
            }
        }
        return data;
    }

    private static ObjectNode location(ObjectNode vehicle) {
        vehicle.set("gps", asLocation((ObjectNode) vehicle.get("gps")));
        return vehicle;
    }

    private static ObjectNode locations(ObjectNode vehicle) {
        var locations = Json.object().putArray("gps");
        vehicle.path("gps").forEach(gps -> locations.add(asLocation((ObjectNode) gps)));
        vehicle.set("gps", locations);
        return vehicle;
    }

    /** The same place, as the older form of the API names its parts. */
    private static ObjectNode asLocation(ObjectNode gps) {
        var location = gps.deepCopy();
        location.remove("isEcuSpeed");
        location.set("heading", location.remove("headingDegrees"));
        location.set("speed", location.remove("speedMilesPerHour"));
        return location;
    }
}
