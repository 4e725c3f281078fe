package dev.treaty.provider.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /messages} with Pact's {@code {"description", "providerStates"}}: the bytes of the newest message about what the
 * last state names, and its metadata in the header {@code Pact-Message-Metadata}, JSON in Base64.
 */
final class MessageEndpoint {

    private static final String METADATA = "Pact-Message-Metadata";

    private final SentMessages messages;

    MessageEndpoint(SentMessages messages) {
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

    void handle(Context context) {
        var sent = context.bodyAsClass(Request.class)
                .lastState()
                .flatMap(state -> messages.newest(state.name(), state.params() == null ? Map.of() : state.params()))
                .orElseThrow(
                        () -> new Problem(404, "no-message", "No message was sent about what the last state names"));
        var metadata = "{\"contentType\":\"%s\"}".formatted(sent.contentType());
        context.header(METADATA, Base64.getEncoder().encodeToString(metadata.getBytes(UTF_8)))
                .contentType(sent.contentType())
                .result(sent.content().getBytes(UTF_8));
    }
}
