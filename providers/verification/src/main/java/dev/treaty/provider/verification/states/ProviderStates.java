package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a running service is brought to a state, and out of it again. */
public interface ProviderStates {

    /**
     * Brings the service to a state.
     *
     * @return values that the state brought about, by name, e.g. {@code accessToken}; the contract's provider-state
     *     generators ask for them
     * @throws StateChangeFailed when the service cannot be brought there, or does not know the state
     */
    Map<String, @Nullable Object> enter(ProviderState state);

    /**
     * Undoes what {@link #enter} did.
     *
     * @throws StateChangeFailed when it cannot be undone
     */
    void leave(ProviderState state);
}
