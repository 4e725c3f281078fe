package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** How full a tank was at a time. */
public record FuelLevel(Instant time, @JsonProperty("value") int percent) {}
