package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.ProviderState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a running service is brought to a state, and out of it again. */
interface ProviderStates {

    /**
     * Brings the service to a state.
     *
     * @return values that the state brought about, by name, e.g. {@code accessToken}; the contract's provider-state
     *     generators ask for them
     * @throws StateNotReached when the service cannot be brought there, or does not know the state
     */
    Map<String, @Nullable Object> enter(ProviderState state);

    /**
     * Undoes what {@link #enter} did.
     *
     * @throws StateNotReached when it cannot be undone
     */
    void leave(ProviderState state);
}
