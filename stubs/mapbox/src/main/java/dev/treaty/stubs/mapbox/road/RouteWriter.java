package dev.treaty.stubs.mapbox.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.Parameters;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes routes: each leg goes east or west first, and then north or south, as in a city of blocks.
 *
 * @param parameters {@code geometries}, {@code overview}, {@code steps}, {@code annotations}
 */
record RouteWriter(Profile profile, Parameters parameters) {

    private static final Set<String> GEOMETRIES = Set.of("polyline", "polyline6", "geojson");
    private static final Set<String> OVERVIEWS = Set.of("full", "simplified", "false");
    private static final int TENTHS = 1;
    private static final int THOUSANDTHS = 3;

    RouteWriter {
        parameters.oneOf("geometries", "polyline", GEOMETRIES);
        parameters.oneOf("overview", "simplified", OVERVIEWS);
    }

    /** A route past these places. */
    ObjectNode route(List<Coordinate> places) {
        var legs = Json.object().arrayNode();
        var line = new ArrayList<Coordinate>();
        var meters = 0.0;
        for (var i = 0; i + 1 < places.size(); i++) {
            var corners = corners(places.get(i), places.get(i + 1));
            legs.add(leg(corners));
            line.addAll(corners);
            meters += Roads.distance(places.get(i), places.get(i + 1));
        }
        var route = amounts(meters).put("weight_name", "auto");
        route.put("weight", Coordinate.rounded(profile.duration(meters), THOUSANDTHS));
        if (!parameters.text("overview", "simplified").equals("false")) {
            route.set("geometry", geometry(line));
        }
        route.set("legs", legs);
        return route;
    }

    private static List<Coordinate> corners(Coordinate from, Coordinate to) {
        return List.of(from, new Coordinate(to.longitude(), from.latitude()), to);
    }

    private ObjectNode amounts(double meters) {
        return Json.object()
                .put("distance", Coordinate.rounded(meters, TENTHS))
                .put("duration", Coordinate.rounded(profile.duration(meters), TENTHS));
    }

    private ObjectNode leg(List<Coordinate> corners) {
        var meters = Roads.distance(corners.get(0), corners.get(2));
        var first = share(corners) * meters;
        var leg = amounts(meters).put("summary", "");
        leg.put("weight", Coordinate.rounded(profile.duration(meters), THOUSANDTHS));
        var steps = leg.putArray("steps");
        if (parameters.isTrue("steps")) {
            steps.add(step(first, corners.subList(0, 2), "depart", ""));
            steps.add(step(meters - first, corners.subList(1, 3), "turn", isLeft(corners) ? "left" : "right"));
            steps.add(step(0, List.of(corners.get(2), corners.get(2)), "arrive", ""));
        }
        annotate(leg, first, meters - first);
        return leg;
    }

    /** How much of a leg is its way east or west. */
    private static double share(List<Coordinate> corners) {
        var first = corners.get(0).distanceTo(corners.get(1));
        var second = corners.get(1).distanceTo(corners.get(2));
        return first + second == 0 ? 0 : first / (first + second);
    }

    private static boolean isLeft(List<Coordinate> corners) {
        var isEast = corners.get(1).longitude() >= corners.get(0).longitude();
        var isNorth = corners.get(2).latitude() >= corners.get(1).latitude();
        return isEast == isNorth;
    }

    private ObjectNode step(double meters, List<Coordinate> line, String type, String modifier) {
        var step = amounts(meters).put("name", "").put("mode", profile.mode()).put("driving_side", "right");
        step.put("weight", Coordinate.rounded(profile.duration(meters), THOUSANDTHS));
        step.set("geometry", geometry(line));
        var maneuver = step.putObject("maneuver").put("type", type).put("instruction", instruction(type, modifier));
        maneuver.set("location", line.get(0).toJson());
        if (!modifier.isEmpty()) {
            maneuver.put("modifier", modifier);
        }
        step.putArray("intersections");
        return step;
    }

    private static String instruction(String type, String modifier) {
        return switch (type) {
            case "depart" -> "Start.";
            case "arrive" -> "You have arrived at your destination.";
            default -> "Turn %s.".formatted(modifier);
        };
    }

    private void annotate(ObjectNode leg, double... segments) {
        if (parameters.first("annotations").isEmpty()) {
            return;
        }
        var annotation = leg.putObject("annotation");
        for (var name : List.of("distance", "duration")) {
            if (parameters.has("annotations", name)) {
                ArrayNode values = annotation.putArray(name);
                for (var meters : segments) {
                    values.add(amounts(meters).path(name));
                }
            }
        }
    }

    private JsonNode geometry(List<Coordinate> line) {
        var format = parameters.text("geometries", "polyline");
        if (!format.equals("geojson")) {
            return TextNode.valueOf(Polyline.encode(line, format.equals("polyline6") ? 6 : 5));
        }
        var geometry = Json.object().put("type", "LineString");
        var coordinates = geometry.putArray("coordinates");
        line.forEach(place -> coordinates.add(place.toJson()));
        return geometry;
    }

    /** A place as it was found on a road. */
    static ObjectNode waypoint(Coordinate place) {
        var waypoint = Json.object().put("name", "").put("distance", 0.0);
        waypoint.set("location", place.toJson());
        return waypoint;
    }
}
