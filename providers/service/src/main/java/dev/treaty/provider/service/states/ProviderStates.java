package dev.treaty.provider.service.states;

import dev.treaty.provider.service.problems.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a service to provider states for a verification, and out of them again. */
public interface ProviderStates {

    /**
     * Brings the service to a state.
     *
     * @return values for the contract's provider-state generators, e.g. {@code accessToken}
     * @throws Problem with status 404 if the state is unknown
     */
    Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters);

    /** Undoes what entering the state did. */
    void leave(String state, Map<String, @Nullable Object> parameters);
}
