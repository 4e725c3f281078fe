package dev.treaty.consumer.archivist;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a VOD at the time of the request.
 *
 * @param percentComplete 0 to 100
 * @param errorMessage what went wrong, for people; empty if nothing did
 */
public record VodStatus(VodState state, int percentComplete, String errorMessage) {

    /** Turns a missing message into an empty one. */
    public VodStatus(@JsonProperty("vodState") VodState state, int percentComplete, @Nullable String errorMessage) {
        this.state = requireNonNull(state, "vodState");
        this.percentComplete = percentComplete;
        this.errorMessage = requireNonNullElse(errorMessage, "");
    }
}
