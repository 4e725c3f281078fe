package dev.treaty.stubs.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The question for a message, in the form in which Pact's verifiers ask it:
 * {@code {"description": "…", "providerStates": [{"name": "…", "params": {…}}]}}.
 *
 * @param states that the message must have, those of the header {@value RequestedState#HEADER} included
 */
record MessageRequest(String description, List<RequestedState> states) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the body of a request; nothing if it is no such question. */
    static Optional<MessageRequest> read(ReceivedRequest.Understood request) {
        var question = parse(request.request().getBody().orEmpty());
        if (!question.path("description").isTextual()) {
            return Optional.empty();
        }
        var states = new ArrayList<>(request.states());
        for (var state : question.path("providerStates")) {
            states.add(RequestedState.of(state.path("name").asText(), state.path("params")));
        }
        return Optional.of(new MessageRequest(question.path("description").asText(), List.copyOf(states)));
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
