package dev.treaty.consumer.fleettracking.route;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a stop is. */
public enum StopState {
    /** The route has neither a vehicle nor a driver. */
    @JsonProperty("unassigned")
    UNASSIGNED,
    @JsonProperty("scheduled")
    SCHEDULED,
    /** The vehicle is on its way there. */
    @JsonProperty("en route")
    EN_ROUTE,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("arrived")
    ARRIVED,
    @JsonProperty("departed")
    DEPARTED
}
