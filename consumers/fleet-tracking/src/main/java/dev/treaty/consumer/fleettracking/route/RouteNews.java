package dev.treaty.consumer.fleettracking.route;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened on a route.
 *
 * @param time when it happened
 * @param operation what happened, e.g. {@code "stop arrived"}; Samsara adds operations over time
 * @param source who or what caused it, e.g. {@code "automatic"}
 * @param changes what changed; only {@code after} is read
 */
public record RouteNews(Instant time, Optional<String> operation, String source, Route route, Changes changes) {

    /** What changed, as it was and as it is. */
    public record Changes(Stops after) {}

    /** The stops that changed, with what changed of them. */
    public record Stops(@JsonSetter(nulls = Nulls.AS_EMPTY) List<Stop> stops) {

        /** Copies the stops. */
        public Stops {
            stops = List.copyOf(stops);
        }
    }

    /**
     * A stop that changed.
     *
     * @param state empty if it did not change
     */
    public record Stop(String id, Optional<StopState> state) {}

    /** The stops that changed. */
    public List<Stop> changedStops() {
        return changes.after().stops();
    }
}
