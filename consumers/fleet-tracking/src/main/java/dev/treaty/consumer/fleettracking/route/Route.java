package dev.treaty.consumer.fleettracking.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A route as the tracking sees it; what else Samsara sends is ignored.
 *
 * @param id Samsara's id, opaque
 * @param stops in their order
 */
public record Route(
        String id,
        String name,
        Optional<AssignedVehicle> vehicle,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Stop> stops) {

    /** Copies the stops. */
    public Route {
        stops = List.copyOf(stops);
    }

    /** The vehicle that drives the route. */
    public record AssignedVehicle(String id) {}

    /**
     * A stop of the route.
     *
     * @param arrival when the vehicle arrived; empty until then
     * @param departure when the vehicle departed; empty until then
     */
    public record Stop(
            String id,
            String name,
            StopState state,
            @JsonProperty("actualArrivalTime") Optional<Instant> arrival,
            @JsonProperty("actualDepartureTime") Optional<Instant> departure) {}
}
