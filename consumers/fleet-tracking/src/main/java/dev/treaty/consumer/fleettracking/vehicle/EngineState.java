package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What an engine did from a time on. */
public record EngineState(Instant time, Value value) {

    /** Whether it runs. */
    public enum Value {
        @JsonProperty("Off")
        OFF,
        @JsonProperty("On")
        ON,
        /** It runs, but the vehicle does not move. */
        @JsonProperty("Idle")
        IDLE
    }
}
