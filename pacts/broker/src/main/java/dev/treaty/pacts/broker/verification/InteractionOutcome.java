package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether a provider kept one interaction of a contract.
 *
 * @param id the interaction's {@code _id} at the broker
 * @param description the interaction's; empty if the tool that verified did not send it
 * @param mismatches one for each difference
 * @param curl a command that repeats the request; without secrets; empty if there is none
 */
public record InteractionOutcome(
        String id,
        String description,
        boolean isSuccess,
        List<VerificationMismatch> mismatches,
        Optional<String> curl) {

    /** Copies the list. */
    public InteractionOutcome {
        mismatches = List.copyOf(mismatches);
    }

    static InteractionOutcome of(JsonNode json) {
        return new InteractionOutcome(
                json.path("interactionId").asText(),
                json.path("interactionDescription").asText(),
                json.path("success").asBoolean(),
                Stream.of("mismatches", "exceptions")
                        .flatMap(name -> StreamSupport.stream(json.path(name).spliterator(), false))
                        .map(VerificationMismatch::of)
                        .toList(),
                Optional.of(json.path("curl").asText()).filter(curl -> !curl.isEmpty()));
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("interactionId", id);
        json.put("interactionDescription", description).put("success", isSuccess);
        if (!mismatches.isEmpty()) {
            var array = json.putArray("mismatches");
            mismatches.forEach(mismatch -> array.add(mismatch.json()));
        }
        curl.ifPresent(command -> json.put("curl", command));
        return json;
    }
}
