package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** What is new of a vehicle. In a feed, Samsara names the values in the plural, unlike in a snapshot. */
public record VehicleUpdate(
        String id,
        String name,

        @JsonProperty("gps") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Position> positions,

        @JsonSetter(nulls = Nulls.AS_EMPTY) List<EngineState> engineStates,

        @JsonProperty("fuelPercents") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<FuelLevel> fuel) {

    /** Copies the lists. */
    public VehicleUpdate {
        positions = List.copyOf(positions);
        engineStates = List.copyOf(engineStates);
        fuel = List.copyOf(fuel);
    }
}
