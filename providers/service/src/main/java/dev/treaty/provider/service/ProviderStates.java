package dev.treaty.provider.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What brings a service to a provider state and out of it again, for a verification. */
public interface ProviderStates {

    /**
     * Brings the service to a state.
     *
     * @return values for the contract's provider-state generators, e.g. {@code accessToken}
     * @throws Problem with status 404 if the state is unknown
     */
    Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters);

    /** Takes back what entering the state did. */
    void leave(String state, Map<String, @Nullable Object> parameters);
}
