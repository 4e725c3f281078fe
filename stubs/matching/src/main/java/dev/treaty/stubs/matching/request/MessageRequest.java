package dev.treaty.stubs.matching.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for a message, in the form that Pact's verifiers use:
 * {@code {"description": "…", "providerStates": [{"name": "…", "params": {…}}]}}.
 *
 * @param states that the message must have, those of the header {@value RequestedState#HEADER} included
 */
public record MessageRequest(String description, List<RequestedState> states) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the body of a request; empty if it does not name a message. */
    public static Optional<MessageRequest> read(ParsedRequest request) {
        var message = parse(request.request().getBody().orEmpty());
        if (!message.path("description").isTextual()) {
            return Optional.empty();
        }
        var states = new ArrayList<>(request.states());
        for (var state : message.path("providerStates")) {
            states.add(RequestedState.of(state.path("name").asText(), state.path("params")));
        }
        return Optional.of(new MessageRequest(message.path("description").asText(), List.copyOf(states)));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.nullNode();
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail to be read", e);
        }
    }
}
