package dev.treaty.provider.service.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /messages} with Pact's {@code {"description", "providerStates"}}: returns the newest message about the subject of the last
 * state, and its metadata in the header field {@code Pact-Message-Metadata}, as JSON in Base64.
 */
public final class MessageEndpoint {

    private static final String METADATA = "Pact-Message-Metadata";

    private final SentMessages messages;

    public MessageEndpoint(SentMessages messages) {
        this.messages = messages;
    }

    /** Pact's request for a message. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Request(@Nullable List<State> providerStates) {

        Optional<State> lastState() {
            return providerStates == null || providerStates.isEmpty()
                    ? Optional.empty()
                    : Optional.of(providerStates.get(providerStates.size() - 1));
        }
    }

    /** A provider state that was entered. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(String name, @Nullable Map<String, @Nullable Object> params) {}

    /** Responds with the message that the request describes. */
    public void handle(Context context) {
        var sent = context.bodyAsClass(Request.class)
                .lastState()
                .flatMap(state -> messages.newest(state.name(), state.params() == null ? Map.of() : state.params()))
                .orElseThrow(
                        () -> new Problem(404, "no-message", "No message about the last state's subject was sent"));
        var metadata = "{\"contentType\":\"%s\"}".formatted(sent.contentType());
        context.header(METADATA, Base64.getEncoder().encodeToString(metadata.getBytes(UTF_8)))
                .contentType(sent.contentType())
                .result(sent.content().getBytes(UTF_8));
    }
}
