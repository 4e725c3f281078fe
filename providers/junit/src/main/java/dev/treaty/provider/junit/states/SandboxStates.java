package dev.treaty.provider.junit.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.states.VendorStates;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Sets up states in a vendor's sandbox with the {@link State @State} methods of a verification, unless they are
 * {@linkplain UnreachableState unreachable} there.
 */
public final class SandboxStates implements VendorStates {

    private final VendorStateMethods methods;

    /**
     * The states that the methods of a verification set up.
     *
     * @param responses how the sandbox responds to the requests of the methods
     */
    public SandboxStates(Object verification, LastResponse responses) {
        methods = new VendorStateMethods(verification, responses);
    }

    /** @throws InteractionSkipped with the reason, if the sandbox cannot be brought into that state */
    @Override
    public Map<String, String> setUp(ProviderState state) {
        unreachable(state).ifPresent(unreachable -> {
            throw new InteractionSkipped("the state \"%s\" cannot be set up in the sandbox: %s"
                    .formatted(state.getName(), unreachable.because()));
        });
        var method = methods.of(state)
                .orElseThrow(() -> new InteractionSkipped("no @State method of %s sets up the state \"%s\""
                        .formatted(methods.verification().getClass().getSimpleName(), state.getName())));
        return methods.call(method, state);
    }

    private Optional<UnreachableState> unreachable(ProviderState state) {
        return AnnotationSupport.findRepeatableAnnotations(
                        methods.verification().getClass(), UnreachableState.class)
                .stream()
                .filter(unreachable -> unreachable.state().equals(state.getName()))
                .findFirst();
    }
}
