package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * A drive from one place to another, at the same speed all the time.
 *
 * @param arrives later than it departs
 */
public record Leg(String id, String vehicle, GeoPoint from, GeoPoint to, Instant departs, Instant arrives) {

    private static final double METERS_PER_SECOND = 11;
    private static final double MILES_PER_HOUR = 2.236_936;

    /** How long the drive takes at the usual speed of a truck in a town, at least a second. */
    public static Duration durationOf(double meters) {
        return Duration.ofSeconds(Math.max(1, Math.round(meters / METERS_PER_SECOND)));
    }

    static Leg of(ObjectNode stored) {
        return new Leg(
                stored.path("id").asText(),
                stored.path("vehicle").asText(),
                GeoPoint.of(stored.path("from")),
                GeoPoint.of(stored.path("to")),
                Instant.parse(stored.path("departs").asText()),
                Instant.parse(stored.path("arrives").asText()));
    }

    ObjectNode toJson() {
        var stored = Json.object().put("id", id).put("vehicle", vehicle);
        from.putInto(stored.putObject("from"));
        to.putInto(stored.putObject("to"));
        return stored.put("departs", departs.toString()).put("arrives", arrives.toString());
    }

    double meters() {
        return from.metersTo(to);
    }

    double milesPerHour() {
        return meters() / duration().toMillis() * 1_000 * MILES_PER_HOUR;
    }

    /** Where the vehicle is; at one of the ends before and after the drive. */
    GeoPoint at(Instant time) {
        return from.towards(to, part(time));
    }

    /** How much of the drive is behind it, from 0 to 1. */
    double part(Instant time) {
        var driven =
                (double) Duration.between(departs, time).toMillis() / duration().toMillis();
        return Math.max(0, Math.min(1, driven));
    }

    /** The same drive, ended on the way. */
    Leg endingAt(Instant time) {
        return new Leg(id, vehicle, from, at(time), departs, time);
    }

    private Duration duration() {
        return Duration.between(departs, arrives);
    }
}
