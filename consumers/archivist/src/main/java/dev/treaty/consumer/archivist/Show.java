package dev.treaty.consumer.archivist;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * A show as the archive sees it.
 *
 * @param id Cablecast's id, unique in the whole station
 * @param comments the station's notes; Cablecast has no description. Empty if there are none
 */
public record Show(int id, String title, String comments) {

    /** Turns missing comments into empty ones. */
    public Show(int id, String title, @Nullable String comments) {
        this.id = id;
        this.title = requireNonNull(title, "title");
        this.comments = requireNonNullElse(comments, "");
    }
}
