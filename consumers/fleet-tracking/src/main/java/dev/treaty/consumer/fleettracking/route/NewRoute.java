package dev.treaty.consumer.fleettracking.route;

import dev.treaty.consumer.fleettracking.connection.ExternalId;
import java.util.List;

/**
 * A route to plan.
 *
 * @param externalId by which this route is found again, so that it is created only once
 * @param vehicleId that drives it
 * @param stops in their order, at least one
 */
public record NewRoute(ExternalId externalId, String name, String vehicleId, List<NewStop> stops) {

    /** Copies the stops. */
    public NewRoute {
        stops = List.copyOf(stops);
    }
}
