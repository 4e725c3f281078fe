package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who verifies must know what to prepare, and with which values: the state says the one, its parameters the other. */
final class MissingProviderState implements InteractionRule {

    private static final String FIX =
            "describe what must be there, e.g. given(\"a customer exists\", Map.of(\"id\", \"cus_42\"))";

    @Override
    public Stream<Finding> findings(PactDocument document, ObjectNode interaction) {
        var states = interaction.path("providerStates");
        if (states.isEmpty()) {
            return Stream.of(new Finding(
                    document.nameOf(interaction) + " has no provider state, so nobody can prepare the provider for it.",
                    document.origin(),
                    FIX));
        }
        return StreamSupport.stream(states.spliterator(), false)
                .filter(state -> state.path("params").isEmpty())
                .map(state -> new Finding(
                        "%s has a provider state without parameters: \"%s\"."
                                .formatted(
                                        document.nameOf(interaction),
                                        state.path("name").asText()),
                        document.origin(),
                        FIX));
    }
}
