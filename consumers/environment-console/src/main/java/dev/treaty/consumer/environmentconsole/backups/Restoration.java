package dev.treaty.consumer.environmentconsole.backups;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import dev.treaty.consumer.environmentconsole.connection.ProblemDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * An environment becoming what it was before.
 *
 * @param id opaque, e.g. {@code "rst_42"}
 * @param finishedAt empty until it is over
 * @param failure empty unless it failed
 */
public record Restoration(
        String id,
        String backup,
        String environment,
        State state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<ProblemDocument> failure) {

    /** Where it is between its request and its end. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    static Restoration of(JsonDocument restoration) {
        return new Restoration(
                restoration.text("id"),
                restoration.text("backup"),
                restoration.text("environment"),
                restoration.word("state", State.class),
                restoration.time("startedAt"),
                restoration.optionalTime("finishedAt"),
                restoration.optionalObject("failure").map(ProblemDocument::of));
    }
}
