package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a server is warm: when it no longer gets faster. A fixed time is not enough, because how long the JVM's compilers take depends on
 * the machine and on what else was started.
 */
final class WarmUp {

    private static final int COMPARED = 3;
    private static final double STILL_FASTER = 1.05;

    private final RunLength length;
    private final List<Double> rates = new ArrayList<>();

    WarmUp(RunLength length) {
        this.length = length;
    }

    /** Adds what was measured in one more stretch, which is as long as a round. */
    void add(double requestsPerSecond) {
        rates.add(requestsPerSecond);
    }

    /** Whether the median of the last three stretches is at most 5 % above that of the three before, or the time is up. */
    boolean isOver() {
        return timeIsUp() || isSteady();
    }

    private boolean timeIsUp() {
        var taken = length.warmUp().plus(length.round().multipliedBy(rates.size() + 1L));
        return taken.compareTo(length.longestWarmUp()) > 0;
    }

    private boolean isSteady() {
        var latest = rates.size() - COMPARED;
        if (latest < COMPARED) {
            return false;
        }
        var before = Figures.median(rates.subList(latest - COMPARED, latest));
        return Figures.median(rates.subList(latest, rates.size())) <= before * STILL_FASTER;
    }
}
