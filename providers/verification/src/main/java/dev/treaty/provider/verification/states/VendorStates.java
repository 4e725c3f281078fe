package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import java.util.Map;

/** Sets up the provider states of a vendor: in its sandbox, or in its replay. */
@FunctionalInterface
public interface VendorStates {

    /**
     * Sets up a state.
     *
     * @return real values by recorded example: what was created for a parameter replaces that parameter's recorded value
     */
    Map<String, String> setUp(ProviderState state);
}
