package dev.treaty.stubs.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interaction that a request nearly matches, as a {@link Problem} shows it.
 *
 * @param states in the form of the header {@value RequestedState#HEADER}
 * @param file the contract's
 * @param differences one line each
 * @param sideBySide part by part; empty if the request was not compared with it
 */
@JsonPropertyOrder({"description", "states", "consumer", "file", "differences", "sideBySide"})
record Candidate(
        String description,
        List<String> states,
        String consumer,
        String file,
        List<String> differences,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SideBySide.Line> sideBySide) {

    /** How many a problem shows. */
    static final int MOST = 3;

    static Candidate of(Origin origin, List<String> differences) {
        return of(origin, differences, List.of());
    }

    static Candidate of(Origin origin, List<String> differences, List<SideBySide.Line> sideBySide) {
        return new Candidate(
                origin.description(), states(origin), origin.consumer(), origin.fileName(), differences, sideBySide);
    }

    /** One line: what it is, when, and where it is written. */
    String summary() {
        return states.isEmpty()
                ? "\"%s\" (%s)".formatted(description, file)
                : "\"%s\", given %s (%s)".formatted(description, String.join(" and ", states), file);
    }

    /** For a terminal: what it is, and how it differs. */
    String toText() {
        return "  " + summary() + "\n"
                + (sideBySide.isEmpty()
                        ? differences.stream()
                                .map(difference -> "    " + difference + "\n")
                                .collect(Collectors.joining())
                        : SideBySide.table(sideBySide));
    }

    private static List<String> states(Origin origin) {
        return origin.states().stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .toList();
    }
}
