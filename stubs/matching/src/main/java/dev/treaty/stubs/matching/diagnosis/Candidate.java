package dev.treaty.stubs.matching.diagnosis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An interaction that a request nearly matches.
 *
 * @param id of the interaction, see {@link InteractionOrigin#id}
 * @param states in the form of the header {@value RequestedState#HEADER}
 * @param file the name of the contract file
 * @param differences one line each
 * @param sideBySide expected and received, part by part; empty if the request was not compared with it
 */
@JsonPropertyOrder({"description", "states", "consumer", "file", "differences", "sideBySide"})
public record Candidate(
        @JsonIgnore UUID id,
        String description,
        List<String> states,
        String consumer,
        String file,
        List<String> differences,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ComparedPart> sideBySide) {

    /** How many a report shows. */
    static final int LIMIT = 3;

    static Candidate of(InteractionOrigin origin, List<String> differences) {
        return of(origin, differences, List.of());
    }

    static Candidate of(InteractionOrigin origin, List<String> differences, List<ComparedPart> sideBySide) {
        return new Candidate(
                origin.id(),
                origin.description(),
                states(origin),
                origin.consumer(),
                origin.fileName(),
                differences,
                sideBySide);
    }

    /** One line: description, states and file. */
    String summary() {
        return states.isEmpty()
                ? "\"%s\" (%s)".formatted(description, file)
                : "\"%s\", given %s (%s)".formatted(description, String.join(" and ", states), file);
    }

    /** For a terminal: the interaction, and how the request differs from it. */
    String toText() {
        return "  " + summary() + "\n"
                + (sideBySide.isEmpty()
                        ? differences.stream()
                                .map(difference -> "    " + difference + "\n")
                                .collect(Collectors.joining())
                        : RequestDiff.table(sideBySide));
    }

    private static List<String> states(InteractionOrigin origin) {
        return origin.states().stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .toList();
    }
}
