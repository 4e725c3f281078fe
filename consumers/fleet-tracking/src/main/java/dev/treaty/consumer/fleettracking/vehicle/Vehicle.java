package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.Optional;

/**
 * A vehicle as the tracking sees it; what else Samsara sends is ignored.
 *
 * @param id Samsara's id, opaque, e.g. {@code "281474976710657"}
 * @param externalIds what other systems call it, by key
 */
public record Vehicle(
        String id,
        String name,
        Optional<String> vin,
        Optional<String> licensePlate,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> externalIds) {

    /** Copies the external IDs. */
    public Vehicle {
        externalIds = Map.copyOf(externalIds);
    }
}
