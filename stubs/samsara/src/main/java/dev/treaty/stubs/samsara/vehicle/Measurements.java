package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What vehicles measured after a time and until another, in the order of time, as much as one page holds. Everything of the same moment
 * is on the same page, so that the moment at which a page ends is enough to go on from.
 *
 * @param end what was measured until then is on this page or an earlier one
 */
record Measurements(ArrayNode data, Instant end, boolean hasMore) {

    private static final int PAGE = 1_000;

    private record Measurement(Instant time, StatType type, ObjectNode vehicle, Journey journey) {}

    static Measurements of(World world, List<ObjectNode> vehicles, List<StatType> types, Instant after, Instant until) {
        var all = new ArrayList<Measurement>();
        for (var vehicle : vehicles) {
            var journey = Journey.of(world, vehicle);
            for (var type : types) {
                type.times(journey, after, until)
                        .forEach(time -> all.add(new Measurement(time, type, vehicle, journey)));
            }
        }
        all.sort(Comparator.comparing(Measurement::time));
        var end = endOfPage(all);
        return new Measurements(
                grouped(all.subList(0, end)),
                end == all.size() ? until : all.get(end - 1).time(),
                end < all.size());
    }

    /** The last measurement of each type. */
    static ArrayNode last(World world, List<ObjectNode> vehicles, List<StatType> types, Instant time) {
        var data = Json.object().putArray("data");
        for (var vehicle : vehicles) {
            var journey = Journey.of(world, vehicle);
            var lists = header(vehicle);
            types.forEach(type -> type.last(journey, time)
                    .ifPresent(value -> lists.putArray(type.plural()).add(value)));
            addIfNotEmpty(data, lists);
        }
        return data;
    }

    /** The last measurement of each type, as a snapshot has it. */
    static ArrayNode snapshot(World world, List<ObjectNode> vehicles, List<StatType> types, Instant time) {
        var data = Json.object().putArray("data");
        for (var vehicle : vehicles) {
            var journey = Journey.of(world, vehicle);
            var values = header(vehicle);
            types.forEach(type -> type.last(journey, time).ifPresent(value -> values.set(type.singular(), value)));
            addIfNotEmpty(data, values);
        }
        return data;
    }

    private static int endOfPage(List<Measurement> all) {
        var end = Math.min(PAGE, all.size());
        while (end > 0
                && end < all.size()
                && all.get(end).time().equals(all.get(end - 1).time())) {
            end++;
        }
        return end;
    }

    private static ArrayNode grouped(List<Measurement> measurements) {
        var byVehicle = new LinkedHashMap<String, ObjectNode>();
        for (var each : measurements) {
            byVehicle
                    .computeIfAbsent(each.vehicle().path("id").asText(), id -> header(each.vehicle()))
                    .withArray(each.type().plural())
                    .add(each.type().value(each.journey(), each.time()));
        }
        var data = Json.object().putArray("data");
        byVehicle.values().forEach(data::add);
        return data;
    }

    private static ObjectNode header(ObjectNode vehicle) {
        var header = Json.object();
        header.set("id", vehicle.get("id"));
        header.set("name", vehicle.get("name"));
        if (!vehicle.path("externalIds").isEmpty()) {
            header.set("externalIds", vehicle.get("externalIds"));
        }
        return header;
    }

    private static void addIfNotEmpty(ArrayNode data, ObjectNode vehicle) {
        var header = vehicle.has("externalIds") ? 3 : 2;
        if (vehicle.size() > header) {
            data.add(vehicle);
        }
    }
}
