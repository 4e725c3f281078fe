package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.pacts.errors.ErrorMessage;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Sets up states in a vendor's sandbox with the {@link State @State} methods of a verification, and says which states are
 * {@linkplain UnreachableState unreachable}.
 */
public final class SandboxStates {

    private final Object verification;

    /** The states that the methods of a verification set up. */
    public SandboxStates(Object verification) {
        this.verification = verification;
    }

    /**
     * Sets up a state.
     *
     * @return real values by recorded example: what the method returned for a parameter replaces that parameter's recorded value
     * @throws TestAbortedException with the reason, if the sandbox cannot be brought into that state
     */
    public Map<String, String> setUp(ProviderState state) {
        var method = method(state).orElseThrow(() -> new TestAbortedException(whyNot(state)));
        var values = new HashMap<String, String>();
        if (invoke(method, state) instanceof Map<?, ?> real) {
            real.forEach((parameter, value) -> {
                var example = state.getParams().get(String.valueOf(parameter));
                if (example != null) {
                    values.put(String.valueOf(example), String.valueOf(value));
                }
            });
        }
        return values;
    }

    private @Nullable Object invoke(Method method, ProviderState state) {
        try {
            return method.getParameterCount() == 0
                    ? ReflectionSupport.invokeMethod(method, verification)
                    : ReflectionSupport.invokeMethod(method, verification, state.getParams());
        } catch (RuntimeException e) {
            // Whatever the method failed on, the sandbox did not respond as it expected.
            throw new StateChangeFailed(
                    new ErrorMessage(
                            "The state \"%s\" could not be set up in the sandbox.".formatted(state.getName()),
                            "%s.%s".formatted(verification.getClass().getSimpleName(), method.getName()),
                            "check how the sandbox responds to the requests there, with these credentials"),
                    e);
        }
    }

    private Optional<Method> method(ProviderState state) {
        return AnnotationSupport.findAnnotatedMethods(
                        verification.getClass(), State.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .filter(method ->
                        Arrays.asList(method.getAnnotation(State.class).value()).contains(state.getName()))
                .findFirst();
    }

    private String whyNot(ProviderState state) {
        return AnnotationSupport.findRepeatableAnnotations(verification.getClass(), UnreachableState.class).stream()
                .filter(unreachable -> unreachable.state().equals(state.getName()))
                .map(unreachable -> "the state \"%s\" cannot be set up in the sandbox: %s"
                        .formatted(state.getName(), unreachable.because()))
                .findFirst()
                .orElseGet(() -> "no @State method of %s sets up the state \"%s\""
                        .formatted(verification.getClass().getSimpleName(), state.getName()));
    }
}
