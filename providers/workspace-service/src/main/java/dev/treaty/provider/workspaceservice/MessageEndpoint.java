package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.service.Problem;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /messages} with Pact's {@code {"description", "providerStates"}}: the bytes of the newest event in the outbox
 * about the workspace of the last state. Offered together with provider states, which the verification has entered before.
 */
final class MessageEndpoint {

    private static final String METADATA = "Pact-Message-Metadata";

    private final Jdbi jdbi;

    MessageEndpoint(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Pact's request for a message. */
    record Request(String description, List<State> providerStates) {}

    /** A provider state that was entered. */
    record State(String name, Map<String, @Nullable Object> params) {}

    void handle(Context context) {
        var states = context.bodyAsClass(Request.class).providerStates();
        if (states.isEmpty()) {
            throw none();
        }
        var last = states.get(states.size() - 1);
        var event = newestEvent(new StateParameters(last.name(), last.params()));
        var metadata = "{\"contentType\":\"%s\"}".formatted(Event.CONTENT_TYPE);
        context.header(METADATA, Base64.getEncoder().encodeToString(metadata.getBytes(UTF_8)))
                .contentType(Event.CONTENT_TYPE)
                .result(event.content().getBytes(UTF_8));
    }

    /**
     * The newest event about a workspace that a state names.
     *
     * @throws Problem 404 {@code no-event}
     */
    Event newestEvent(StateParameters state) {
        return jdbi.withHandle(handle -> state.workspaces(handle).stream()
                .flatMap(workspace -> Outbox.of(handle, workspace).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow(MessageEndpoint::none));
    }

    private static Problem none() {
        return new Problem(404, "no-event", "The outbox has no event about what the last state names");
    }
}
