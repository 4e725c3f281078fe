package dev.treaty.consumer.fleettracking.driver;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A driver as the tracking sees it; what else Samsara sends is ignored.
 *
 * @param id Samsara's id, opaque
 */
public record Driver(
        String id,
        String name,
        @JsonProperty("driverActivationStatus") Status status) {

    /** Whether a driver may be given routes. */
    public enum Status {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("deactivated")
        DEACTIVATED
    }
}
