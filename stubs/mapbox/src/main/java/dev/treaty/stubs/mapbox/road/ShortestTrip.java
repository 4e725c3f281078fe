package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.mapbox.api.Coordinate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The shortest trip that starts at the first of some places, passes all, and ends where it must (Held and Karp, exact; for a dozen places
 * some 50,000 sums).
 */
final class ShortestTrip {

    private static final int NOWHERE = -1;

    private final List<Coordinate> places;
    private final boolean isRoundTrip;
    /** For each place, the places that must come before it, as bits. */
    private final int[] before;
    /** By the places that were passed, as bits, and the last of them. */
    private final double[][] shortest;

    private final int[][] previous;

    private ShortestTrip(List<Coordinate> places, boolean isRoundTrip, int[] before) {
        this.places = places;
        this.isRoundTrip = isRoundTrip;
        this.before = before;
        shortest = new double[1 << places.size()][places.size()];
        previous = new int[1 << places.size()][places.size()];
        for (var row : shortest) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * The indexes of the places in the order of the trip.
     *
     * @param isRoundTrip whether it returns to the first place; otherwise it ends at the last
     * @param before for each place, the places that must come before it, as bits
     * @return empty if there is no such order
     */
    static List<Integer> of(List<Coordinate> places, boolean isRoundTrip, int[] before) {
        return new ShortestTrip(places, isRoundTrip, before).order();
    }

    private List<Integer> order() {
        shortest[1][0] = 0;
        previous[1][0] = NOWHERE;
        for (var passed = 1; passed < shortest.length; passed += 2) {
            for (var last = 0; last < places.size(); last++) {
                if (shortest[passed][last] < Double.POSITIVE_INFINITY) {
                    goOn(passed, last);
                }
            }
        }
        var all = shortest.length - 1;
        var last = last(all);
        return shortest[all][last] == Double.POSITIVE_INFINITY ? List.of() : backwards(all, last);
    }

    private void goOn(int passed, int last) {
        for (var next = 1; next < places.size(); next++) {
            var bit = 1 << next;
            if ((passed & bit) == 0 && (before[next] & ~passed) == 0) {
                var length = shortest[passed][last] + distance(last, next);
                if (length < shortest[passed | bit][next]) {
                    shortest[passed | bit][next] = length;
                    previous[passed | bit][next] = last;
                }
            }
        }
    }

    private int last(int all) {
        var end = places.size() - 1;
        if (!isRoundTrip) {
            return end;
        }
        var best = end;
        for (var last = 0; last < places.size(); last++) {
            if (shortest[all][last] + distance(last, 0) < shortest[all][best] + distance(best, 0)) {
                best = last;
            }
        }
        return best;
    }

    private List<Integer> backwards(int all, int end) {
        var order = new ArrayList<Integer>();
        var passed = all;
        for (var place = end; place != NOWHERE; ) {
            order.add(place);
            var earlier = previous[passed][place];
            passed &= ~(1 << place);
            place = earlier;
        }
        Collections.reverse(order);
        return order;
    }

    private double distance(int from, int to) {
        return places.get(from).distanceTo(places.get(to));
    }
}
