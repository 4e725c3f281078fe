package dev.treaty.consumer.fleettracking.vehicle;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Collection;
import java.util.List;

/** What Samsara measures in a vehicle, as far as the tracking needs it. */
public enum StatType {
    GPS("gps"),
    ENGINE_STATES("engineStates"),
    FUEL_PERCENTS("fuelPercents"),
    OBD_ODOMETER_METERS("obdOdometerMeters");

    /** How many types a call may ask for. */
    private static final int MOST = 3;

    private final String parameter;

    StatType(String parameter) {
        this.parameter = parameter;
    }

    /** The names for a query, at least one and at most three. */
    static List<String> parameters(Collection<StatType> types) {
        if (types.isEmpty() || types.size() > MOST) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "Samsara returns one to three types of statistics a call, but %d are requested."
                                    .formatted(types.size()),
                            types.toString(),
                            "divide them among several calls")
                    .toString());
        }
        return types.stream().map(type -> type.parameter).toList();
    }
}
