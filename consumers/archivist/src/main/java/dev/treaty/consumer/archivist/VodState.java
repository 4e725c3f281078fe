package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/** The progress of a VOD at Cablecast: its {@code vodState}. */
public enum VodState {
    /** Cablecast does not know the state, or sends one that this client does not know. */
    UNKNOWN("unknown"),
    QUEUED("queued"),
    PROCESSING("processing"),
    /** Some qualities are done, others not yet. */
    PARTIAL("partial"),
    /** Done. The word is not "completed". */
    COMPLETE("complete"),
    /** It failed; the station may start it again. */
    ERROR("error"),
    /** It failed, and starting it again will not help. */
    PERMANENT_FAILURE("permanentFailure"),
    DISABLED("disabled"),
    /** Someone at the station must act first: files are missing, or the reels are not timed. */
    WAITING("waiting");

    private final String name;

    VodState(String name) {
        this.name = name;
    }

    /** The state of this name; {@link #UNKNOWN} for a name that this client does not know. */
    @JsonCreator
    static VodState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name.equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
