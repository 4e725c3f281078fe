package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.verification.InteractionOutcome;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The interactions of a contract, to which results refer by the ids that the broker gave them. */
record ContractInteractions(JsonNode pact) {

    BrokenInteraction broken(InteractionOutcome outcome) {
        return interactions()
                .filter(interaction -> interaction.path("_id").asText().equals(outcome.id()))
                .findFirst()
                .map(interaction ->
                        new BrokenInteraction(interaction.path("description").asText(), states(interaction), outcome))
                .orElseGet(() -> new BrokenInteraction(outcome.description(), "", outcome));
    }

    private Stream<JsonNode> interactions() {
        return Stream.of("interactions", "messages").flatMap(name -> stream(pact.path(name)));
    }

    /** Names and parameters; before version 3, a pact has a single state without parameters. */
    private static String states(JsonNode interaction) {
        var single = interaction.path("providerState").asText();
        return single.isEmpty()
                ? stream(interaction.path("providerStates"))
                        .map(ContractInteractions::state)
                        .collect(Collectors.joining(", and "))
                : single;
    }

    private static String state(JsonNode state) {
        var parameters = state.path("params");
        return state.path("name").asText() + (parameters.isEmpty() ? "" : " " + parameters);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
