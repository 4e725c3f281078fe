package dev.treaty.consumer.routeplanning;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Travel times between places, by their indexes in the request.
 *
 * @param rows for each place of departure the times to all places; empty where no road leads
 */
public record TravelMatrix(List<List<Optional<Duration>>> rows) {

    /** Keeps a copy of the list. */
    public TravelMatrix {
        rows = List.copyOf(rows);
    }

    /** How long it takes from one place to another; empty if no road leads there. */
    public Optional<Duration> between(int from, int to) {
        return rows.get(from).get(to);
    }

    /** Times as Mapbox sends them: seconds, or null. */
    record OnWire(List<List<Optional<BigDecimal>>> durations) {

        TravelMatrix toMatrix() {
            var rows = new ArrayList<List<Optional<Duration>>>();
            for (var row : durations) {
                rows.add(row.stream()
                        .map(seconds -> seconds.map(OnWire::duration))
                        .toList());
            }
            return new TravelMatrix(rows);
        }

        private static Duration duration(BigDecimal seconds) {
            return Duration.ofMillis(seconds.movePointRight(3).longValue());
        }
    }
}
