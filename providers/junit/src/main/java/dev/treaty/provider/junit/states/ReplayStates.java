package dev.treaty.provider.junit.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.verification.states.VendorStates;
import java.util.Map;
import java.util.function.Function;

/**
 * Sets up states in a vendor's replay with the {@link State @State} methods of a verification; what no method sets up, the replay brings
 * about itself. So there is a way to every state, those that a sandbox cannot reach included.
 */
public final class ReplayStates implements VendorStates {

    private final VendorStateMethods methods;
    private final Function<ProviderState, Map<String, Object>> replay;

    /**
     * The states that the methods of a verification set up, or else the replay.
     *
     * @param responses how the replay responds to the requests of the methods
     * @param replay brings about a state, and returns values for its parameters
     */
    public ReplayStates(
            Object verification, LastResponse responses, Function<ProviderState, Map<String, Object>> replay) {
        methods = new VendorStateMethods(verification, responses);
        this.replay = replay;
    }

    @Override
    public Map<String, String> setUp(ProviderState state) {
        return methods.of(state)
                .map(method -> methods.call(method, state))
                .orElseGet(() -> VendorStateMethods.byExample(state, replay.apply(state)));
    }
}
