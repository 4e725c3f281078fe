package dev.treaty.consumer.environmentconsole.display;

import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.environmentconsole.clones.Progress;
import java.util.Optional;

/** Clones at several points. */
final class ExampleClones {

    private ExampleClones() {}

    /** One that copies 1.1 million rows of 9 tables. */
    static EnvironmentClone copying(long percent, long rows, long tables) {
        return running(Phase.COPYING, new Progress(percent, rows, 1_100_000, tables, 9, rows * 140));
    }

    static EnvironmentClone running(Phase phase, Progress progress) {
        return clone(CloneState.RUNNING, Optional.of(phase), progress);
    }

    static EnvironmentClone queued() {
        return clone(CloneState.QUEUED, Optional.empty(), new Progress(0, 0, 0, 0, 0, 0));
    }

    private static EnvironmentClone clone(CloneState state, Optional<Phase> phase, Progress progress) {
        return new EnvironmentClone(
                "cln_42",
                "production",
                "training",
                state,
                phase,
                progress,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
