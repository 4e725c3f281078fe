package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import dev.treaty.consumer.environmentconsole.connection.ProblemDocument;

/**
 * Why a clone failed.
 *
 * @param phase what it was doing
 * @param rolledBack whether the target is as it was before
 */
public record CloneFailure(ProblemDocument problem, Phase phase, boolean rolledBack) {

    static CloneFailure of(JsonDocument failure) {
        return new CloneFailure(
                ProblemDocument.of(failure), failure.word("phase", Phase.class), failure.flag("rolledBack"));
    }
}
