package dev.treaty.consumer.routeplanning;

import java.time.Duration;
import java.util.List;

/**
 * A round trip from the depot.
 *
 * @param stops in the order in which to go there
 * @param distance in meters
 */
public record Trip(List<Coordinate> stops, double distance, Duration duration) {

    /** Keeps a copy of the list. */
    public Trip {
        stops = List.copyOf(stops);
    }
}
