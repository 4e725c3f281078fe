package dev.treaty.consumer.fleettracking.route;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route as Samsara accepts it: of the two places that a stop may have, one is left out. */
record RouteBody(String name, String vehicleId, Map<String, String> externalIds, List<Stop> stops) {

    record Stop(
            String name,
            Instant scheduledArrivalTime,
            Optional<String> addressId,
            Optional<StopPlace.SingleUse> singleUseLocation) {

        static Stop of(NewStop stop) {
            var place = stop.place();
            return new Stop(
                    stop.name(),
                    stop.scheduledArrival(),
                    Optional.of(place)
                            .filter(StopPlace.KnownAddress.class::isInstance)
                            .map(known -> ((StopPlace.KnownAddress) known).addressId()),
                    Optional.of(place)
                            .filter(StopPlace.SingleUse.class::isInstance)
                            .map(StopPlace.SingleUse.class::cast));
        }
    }

    static RouteBody of(NewRoute route) {
        return new RouteBody(
                route.name(),
                route.vehicleId(),
                Map.of(route.externalId().key(), route.externalId().value()),
                route.stops().stream().map(Stop::of).toList());
    }
}
