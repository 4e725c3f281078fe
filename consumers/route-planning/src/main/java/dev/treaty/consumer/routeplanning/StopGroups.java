package dev.treaty.consumer.routeplanning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits stops into groups of about the same size that lie in the same direction from the depot (a sweep). */
final class StopGroups {

    private StopGroups() {}

    static List<List<Coordinate>> of(Coordinate depot, List<Coordinate> stops, int largest) {
        if (stops.size() <= largest) {
            return List.of(List.copyOf(stops));
        }
        var sorted = stops.stream()
                .sorted(Comparator.comparingDouble(stop -> direction(depot, stop)))
                .toList();
        var groups = (stops.size() + largest - 1) / largest;
        var result = new ArrayList<List<Coordinate>>();
        for (var i = 0; i < groups; i++) {
            result.add(List.copyOf(sorted.subList(i * sorted.size() / groups, (i + 1) * sorted.size() / groups)));
        }
        return result;
    }

    private static double direction(Coordinate from, Coordinate to) {
        var narrowing = Math.cos(Math.toRadians(from.latitude()));
        return Math.atan2(to.latitude() - from.latitude(), (to.longitude() - from.longitude()) * narrowing);
    }
}
