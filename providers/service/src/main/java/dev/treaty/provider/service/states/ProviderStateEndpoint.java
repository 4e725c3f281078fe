package dev.treaty.provider.service.states;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /provider-states} with Pact's {@code {"state", "params", "action"}}; action is "setup" or "teardown". */
public final class ProviderStateEndpoint {

    private final ProviderStates states;

    public ProviderStateEndpoint(ProviderStates states) {
        this.states = states;
    }

    /** Pact's state change request. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(
            String state,
            @Nullable Map<String, @Nullable Object> params,
            @Nullable String action) {}

    /** Brings about the state that the request names. */
    public void handle(Context context) {
        var change = context.bodyAsClass(Change.class);
        var parameters = change.params() == null ? Map.<String, @Nullable Object>of() : change.params();
        if ("teardown".equals(change.action())) {
            states.leave(change.state(), parameters);
            context.json(Map.of());
        } else {
            context.json(states.enter(change.state(), parameters));
        }
    }
}
