package dev.treaty.consumer.archivist;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far a VOD was when Cablecast was asked.
 *
 * @param percentComplete 0 to 100
 * @param errorMessage what went wrong, for people; empty when nothing did
 */
public record VodStatus(VodState state, int percentComplete, String errorMessage) {

    /** Takes no message for an empty one. */
    public VodStatus(@JsonProperty("vodState") VodState state, int percentComplete, @Nullable String errorMessage) {
        this.state = requireNonNull(state, "vodState");
        this.percentComplete = percentComplete;
        this.errorMessage = requireNonNullElse(errorMessage, "");
    }
}
