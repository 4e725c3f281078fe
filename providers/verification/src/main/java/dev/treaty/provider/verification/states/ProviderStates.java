package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets up the provider states of a running service, and tears them down. */
public interface ProviderStates {

    /**
     * Sets up a state.
     *
     * @return values that were created with it, by name, e.g. {@code accessToken}; for the contract's provider-state generators
     * @throws StateChangeFailed if that fails, or if the state is unknown
     */
    Map<String, @Nullable Object> setUp(ProviderState state);

    /**
     * Undoes what {@link #setUp} did.
     *
     * @throws StateChangeFailed if that fails
     */
    void tearDown(ProviderState state);
}
