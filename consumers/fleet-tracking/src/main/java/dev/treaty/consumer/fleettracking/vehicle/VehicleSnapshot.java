package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The last known values of a vehicle. In a snapshot, Samsara names them in the singular. A value is empty if it was not requested, or if
 * the vehicle has never sent it.
 */
public record VehicleSnapshot(
        String id,
        String name,
        @JsonProperty("gps") Optional<Position> position,
        Optional<EngineState> engineState,
        @JsonProperty("fuelPercent") Optional<FuelLevel> fuel) {}
