package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
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
 * Brings a sandbox to a state with the {@link State @State} methods of a verification, and says which states are
 * {@linkplain UnreachableState out of reach}.
 */
public final class SandboxStates {

    private final Object verification;

    public SandboxStates(Object verification) {
        this.verification = verification;
    }

    /**
     * Brings the sandbox to a state.
     *
     * @return real values by example: the handler's answer for a parameter stands in for the parameter's recorded value
     * @throws TestAbortedException with the reason, when the sandbox cannot be brought there
     */
    public Map<String, String> enter(ProviderState state) {
        var handler = handler(state).orElseThrow(() -> new TestAbortedException(whyNot(state)));
        var answer = invoke(handler, state);
        var values = new HashMap<String, String>();
        if (answer instanceof Map<?, ?> real) {
            real.forEach((parameter, value) -> {
                var example = state.getParams().get(String.valueOf(parameter));
                if (example != null) {
                    values.put(String.valueOf(example), String.valueOf(value));
                }
            });
        }
        return values;
    }

    private @Nullable Object invoke(Method handler, ProviderState state) {
        try {
            return handler.getParameterCount() == 0
                    ? ReflectionSupport.invokeMethod(handler, verification)
                    : ReflectionSupport.invokeMethod(handler, verification, state.getParams());
        } catch (RuntimeException e) {
            // Whatever a handler trips over, what the sandbox answered it was not what a handler can use.
            throw new StateChangeFailed(
                    "The sandbox could not be brought to the state \"%s\".".formatted(state.getName()),
                    "%s.%s".formatted(verification.getClass().getSimpleName(), handler.getName()),
                    "look at what the sandbox answers to the requests there, with these credentials",
                    e);
        }
    }

    private Optional<Method> handler(ProviderState state) {
        return AnnotationSupport.findAnnotatedMethods(
                        verification.getClass(), State.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .filter(method ->
                        Arrays.asList(method.getAnnotation(State.class).value()).contains(state.getName()))
                .findFirst();
    }

    private String whyNot(ProviderState state) {
        return AnnotationSupport.findRepeatableAnnotations(verification.getClass(), UnreachableState.class).stream()
                .filter(outOfReach -> outOfReach.state().equals(state.getName()))
                .map(outOfReach ->
                        "the sandbox cannot be brought to \"%s\": %s".formatted(state.getName(), outOfReach.because()))
                .findFirst()
                .orElseGet(() -> "no @State method of %s brings the sandbox to \"%s\""
                        .formatted(verification.getClass().getSimpleName(), state.getName()));
    }
}
