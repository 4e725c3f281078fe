package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.stream.Collectors;

/** An interaction in a list. */
final class InteractionLine {

    private InteractionLine() {}

    /** Three lines at most: description and states, request and status, and the id by which other tools find it. */
    static String of(ReplayedInteraction interaction) {
        var origin = interaction.origin();
        return "%s -> %s: \"%s\"%s\n    %s, id %s\n"
                .formatted(
                        origin.consumer(),
                        origin.provider(),
                        HiddenSecrets.in(origin.description()),
                        states(interaction),
                        summary(interaction),
                        origin.id());
    }

    /** E.g. {@code ", given a customer exists {"id":"cus_42"}"}; empty if it has no states. */
    static String states(ReplayedInteraction interaction) {
        var states = interaction.origin().states().stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .map(HiddenSecrets::in)
                .collect(Collectors.joining(" and "));
        return states.isEmpty() ? "" : ", given " + states;
    }

    private static String summary(ReplayedInteraction interaction) {
        return interaction instanceof HttpInteraction http
                ? "%s %s -> %d"
                        .formatted(
                                http.expected().getMethod(),
                                http.expected().getPath(),
                                http.example().getStatus())
                : "message";
    }
}
