package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.operations.OperationPhase;

/** How much of a whole operation its phases are, in percent: rows take most of the time, and the last percent is the end itself. */
enum PhaseShare {
    CHECKING(0, 1),
    MIGRATING(1, 3),
    COPYING(3, 75),
    INDEXING(75, 85),
    VALIDATING(85, 98),
    SWAPPING(98, 99);

    private final int from;
    private final int to;

    PhaseShare(int from, int to) {
        this.from = from;
        this.to = to;
    }

    static PhaseShare of(OperationPhase phase) {
        return valueOf(phase.name());
    }

    /** @param done how many of all rows the phase has dealt with */
    int percent(long done, long all) {
        var isMeasured = this == COPYING || this == VALIDATING;
        return isMeasured && all > 0 ? from + (int) ((to - from) * Math.min(done, all) / all) : from;
    }
}
