package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the vehicles of the replay measure: when, and with which result. */
public enum StatType {
    GPS("gps", "gps") {
        @Override
        List<Instant> times(Journey journey, Instant after, Instant until) {
            var times = new ArrayList<Instant>();
            addIfWithin(times, journey.start(), after, until);
            for (var leg : journey.legs()) {
                for (var time = firstTick(leg, after); time.isBefore(leg.arrives()); time = time.plus(TICK)) {
                    addIfWithin(times, time, after, until);
                    if (time.isAfter(until)) {
                        break;
                    }
                }
                addIfWithin(times, leg.arrives(), after, until);
            }
            return times;
        }

        @Override
        ObjectNode value(Journey journey, Instant time) {
            var leg = journey.lastLeg(time);
            var isDriving =
                    leg.filter(driving -> time.isBefore(driving.arrives())).isPresent();
            var position = journey.at(time).putInto(Json.object().put("time", time.toString()));
            position.put(
                    "headingDegrees",
                    leg.map(last -> last.from().headingTo(last.to())).orElse(0L));
            position.put("speedMilesPerHour", isDriving ? Math.round(leg.get().milesPerHour() * 10) / 10.0 : 0);
            position.put("isEcuSpeed", false);
            var place = journey.at(time);
            position.putObject("reverseGeo")
                    .put(
                            "formattedLocation",
                            String.format(Locale.ROOT, "%.4f, %.4f", place.latitude(), place.longitude()));
            return position;
        }
    },

    ENGINE_STATES("engineStates", "engineState") {
        @Override
        List<Instant> times(Journey journey, Instant after, Instant until) {
            var times = new ArrayList<Instant>();
            addIfWithin(times, journey.start(), after, until);
            var legs = journey.legs();
            for (var i = 0; i < legs.size(); i++) {
                addIfWithin(times, legs.get(i).departs(), after, until);
                addIfWithin(times, legs.get(i).arrives(), after, until);
                var off = legs.get(i).arrives().plus(IDLING);
                if (i + 1 == legs.size() || off.isBefore(legs.get(i + 1).departs())) {
                    addIfWithin(times, off, after, until);
                }
            }
            return times;
        }

        @Override
        ObjectNode value(Journey journey, Instant time) {
            var state = journey.lastLeg(time)
                    .map(leg -> time.isBefore(leg.arrives())
                            ? "On"
                            : time.isBefore(leg.arrives().plus(IDLING)) ? "Idle" : "Off")
                    .orElse("Off");
            return Json.object().put("time", time.toString()).put("value", state);
        }
    },

    FUEL_PERCENTS("fuelPercents", "fuelPercent") {
        @Override
        List<Instant> times(Journey journey, Instant after, Instant until) {
            return arrivals(journey, after, until);
        }

        @Override
        ObjectNode value(Journey journey, Instant time) {
            var used = Math.round(journey.metersUntil(time) / METERS_PER_PERCENT);
            return Json.object().put("time", time.toString()).put("value", Math.max(1, FULL_ENOUGH - used));
        }
    },

    OBD_ODOMETER_METERS("obdOdometerMeters", "obdOdometerMeters") {
        @Override
        List<Instant> times(Journey journey, Instant after, Instant until) {
            return arrivals(journey, after, until);
        }

        @Override
        ObjectNode value(Journey journey, Instant time) {
            return Json.object()
                    .put("time", time.toString())
                    .put("value", FIRST_ODOMETER + Math.round(journey.metersUntil(time)));
        }
    };

    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration IDLING = Duration.ofMinutes(2);
    private static final int METERS_PER_PERCENT = 5_000;
    private static final int FULL_ENOUGH = 80;
    private static final long FIRST_ODOMETER = 14_010_293;

    private final String plural;
    private final String singular;

    StatType(String plural, String singular) {
        this.plural = plural;
        this.singular = singular;
    }

    /** As a parameter, and in feeds. */
    String plural() {
        return plural;
    }

    /** In snapshots. */
    String singular() {
        return singular;
    }

    /** When it was measured after a time, and until another inclusive; in order. */
    abstract List<Instant> times(Journey journey, Instant after, Instant until);

    /** What was measured at one of these times. */
    abstract ObjectNode value(Journey journey, Instant time);

    /** The last measurement until a time; empty if the vehicle had not begun to measure. */
    Optional<ObjectNode> last(Journey journey, Instant time) {
        var since = journey.lastLeg(time).map(Leg::departs).orElse(journey.start());
        return times(journey, since.minusMillis(1), time).stream()
                .max(Instant::compareTo)
                .or(() -> times(journey, Instant.MIN, time).stream().max(Instant::compareTo))
                .map(last -> value(journey, last));
    }

    private static List<Instant> arrivals(Journey journey, Instant after, Instant until) {
        var times = new ArrayList<Instant>();
        addIfWithin(times, journey.start(), after, until);
        journey.legs().forEach(leg -> addIfWithin(times, leg.arrives(), after, until));
        return times;
    }

    private static Instant firstTick(Leg leg, Instant after) {
        return after.isAfter(leg.departs())
                ? leg.departs()
                        .plus(TICK.multipliedBy(
                                Duration.between(leg.departs(), after).dividedBy(TICK)))
                : leg.departs();
    }

    private static void addIfWithin(List<Instant> times, Instant time, Instant after, Instant until) {
        if (time.isAfter(after) && !time.isAfter(until)) {
            times.add(time);
        }
    }
}
