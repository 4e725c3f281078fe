package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * The copy of one environment into another.
 *
 * @param id opaque, e.g. {@code "cln_42"}
 * @param phase empty while it is queued, and when it is over
 * @param startedAt empty while it is queued
 * @param finishedAt empty until it is over
 * @param backup the id of what the target was before; empty until that is kept, and if it is not to be
 * @param failure empty unless it failed
 */
public record EnvironmentClone(
        String id,
        String source,
        String target,
        CloneState state,
        Optional<Phase> phase,
        Progress progress,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> backup,
        Optional<CloneFailure> failure) {

    static EnvironmentClone of(JsonDocument clone) {
        return new EnvironmentClone(
                clone.text("id"),
                clone.text("source"),
                clone.text("target"),
                clone.word("state", CloneState.class),
                clone.optionalWord("phase", Phase.class),
                Progress.of(clone.object("progress")),
                clone.optionalTime("startedAt"),
                clone.optionalTime("finishedAt"),
                clone.optionalText("backup"),
                clone.optionalObject("failure").map(CloneFailure::of));
    }
}
