package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The provider must know what to prepare before it is verified, and with which values: the state says what, its parameters which. */
final class MissingProviderState implements InteractionRule {

    private static final String FIX =
            "say what must exist, e.g. given(\"a customer exists\", Map.of(\"id\", \"cus_42\"))";

    @Override
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        var states = interaction.path("providerStates");
        if (states.isEmpty()) {
            return Stream.of(new ErrorMessage(
                    document.nameOf(interaction)
                            + " has no provider state, so the provider does not know what to prepare.",
                    document.origin(),
                    FIX));
        }
        return StreamSupport.stream(states.spliterator(), false)
                .filter(state -> state.path("params").isEmpty())
                .map(state -> new ErrorMessage(
                        "%s has a provider state without parameters: \"%s\"."
                                .formatted(
                                        document.nameOf(interaction),
                                        state.path("name").asText()),
                        document.origin(),
                        FIX));
    }
}
