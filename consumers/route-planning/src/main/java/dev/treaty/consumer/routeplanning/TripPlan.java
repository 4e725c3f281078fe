package dev.treaty.consumer.routeplanning;

import java.util.List;

/** What came of looking for the best order of stops. */
public sealed interface TripPlan {

    /**
     * All stops can be reached.
     *
     * @param trips one for each truck that is needed
     */
    record Planned(List<Trip> trips) implements TripPlan {

        /** Keeps a copy of the list. */
        public Planned {
            trips = List.copyOf(trips);
        }
    }

    /** No trip leads to all of these stops; at least one of them cannot be reached. */
    record Impossible(List<Coordinate> stops) implements TripPlan {

        /** Keeps a copy of the list. */
        public Impossible {
            stops = List.copyOf(stops);
        }
    }
}
