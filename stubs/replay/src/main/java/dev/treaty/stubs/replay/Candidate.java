package dev.treaty.stubs.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * An interaction that a request nearly matches, as a {@link Problem} shows it.
 *
 * @param states in the form of the header {@value RequestedState#HEADER}
 * @param file the contract's
 * @param differences one line each
 */
@JsonPropertyOrder({"description", "states", "consumer", "file", "differences"})
record Candidate(String description, List<String> states, String consumer, String file, List<String> differences) {

    /** How many a problem shows. */
    static final int MOST = 3;

    static Candidate of(Origin origin, List<String> differences) {
        return new Candidate(origin.description(), states(origin), origin.consumer(), origin.fileName(), differences);
    }

    /** One line: what it is, when, and where it is written. */
    String summary() {
        return states.isEmpty()
                ? "\"%s\" (%s)".formatted(description, file)
                : "\"%s\", given %s (%s)".formatted(description, String.join(" and ", states), file);
    }

    private static List<String> states(Origin origin) {
        return origin.states().stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .toList();
    }
}
