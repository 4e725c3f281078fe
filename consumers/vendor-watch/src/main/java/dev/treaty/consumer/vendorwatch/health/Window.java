package dev.treaty.consumer.vendorwatch.health;

import dev.treaty.consumer.vendorwatch.probe.Outcome;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The last calls to a vendor, the newest last.
 *
 * @param results at most as many as the thresholds look at
 */
public record Window(List<ProbeResult> results) {

    /** No call yet. */
    public static final Window EMPTY = new Window(List.of());

    private static final double PERCENT = 100;
    private static final double RESPONSE_QUANTILE = 0.95;

    /** Copies the results. */
    public Window {
        results = List.copyOf(results);
    }

    /** With one more call, and without those that are too old to be looked at. */
    public Window with(ProbeResult result, int size) {
        var more = new ArrayList<>(results);
        more.add(result);
        return new Window(more.subList(Math.max(0, more.size() - size), more.size()));
    }

    /** The share of calls that ended so, in percent; 0 if there was none. */
    public double share(Outcome outcome) {
        var ended =
                results.stream().filter(result -> result.outcome() == outcome).count();
        return results.isEmpty() ? 0 : PERCENT * ended / results.size();
    }

    /** The time in which 95 of 100 calls ended that had a reply; zero if there was none. */
    public Duration responseTime() {
        var times = results.stream()
                .filter(result -> result.outcome() != Outcome.FAILED)
                .map(ProbeResult::took)
                .sorted()
                .toList();
        return times.isEmpty() ? Duration.ZERO : times.get((int) Math.ceil(RESPONSE_QUANTILE * times.size()) - 1);
    }
}
