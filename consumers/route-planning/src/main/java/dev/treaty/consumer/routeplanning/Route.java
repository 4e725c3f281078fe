package dev.treaty.consumer.routeplanning;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * A way from stop to stop.
 *
 * @param distance in meters
 * @param line encoded with six digits (polyline6), for a map
 * @param legs one from each stop to the next
 */
public record Route(double distance, Duration duration, String line, List<Leg> legs) {

    /** Keeps a copy of the list. */
    public Route {
        legs = List.copyOf(legs);
    }

    /**
     * The way from a stop to the next.
     *
     * @param turns what the driver is told
     */
    public record Leg(double distance, Duration duration, List<Turn> turns) {

        /** Keeps a copy of the list. */
        public Leg {
            turns = List.copyOf(turns);
        }
    }

    /**
     * What the driver is told.
     *
     * @param instruction e.g. {@code "Turn left."}
     * @param distance how far to go after it, in meters
     */
    public record Turn(String instruction, double distance) {}

    /** A way as Mapbox sends it. */
    record OnWire(double distance, BigDecimal duration, String geometry, List<LegOnWire> legs) {

        Route toRoute() {
            return new Route(
                    distance,
                    seconds(duration),
                    geometry,
                    legs.stream().map(LegOnWire::toLeg).toList());
        }
    }

    /** A leg as Mapbox sends it. */
    record LegOnWire(double distance, BigDecimal duration, List<Step> steps) {

        Leg toLeg() {
            var turns = steps.stream()
                    .map(step -> new Turn(step.maneuver().instruction(), step.distance()))
                    .toList();
            return new Leg(distance, seconds(duration), turns);
        }
    }

    /** A step as Mapbox sends it. */
    record Step(double distance, Maneuver maneuver) {}

    /** What to do at the beginning of a step. */
    record Maneuver(String instruction) {}

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
