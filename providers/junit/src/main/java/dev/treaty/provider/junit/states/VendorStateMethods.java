package dev.treaty.provider.junit.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.states.StateChangeFailed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * The {@link State @State} methods of a vendor's verification.
 *
 * @param verification whose methods they are
 * @param responses how the vendor responds to the requests of the methods
 */
record VendorStateMethods(Object verification, LastResponse responses) {

    /** The method that sets up a state. */
    Optional<Method> of(ProviderState state) {
        return AnnotationSupport.findAnnotatedMethods(
                        verification.getClass(), State.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .filter(method ->
                        Arrays.asList(method.getAnnotation(State.class).value()).contains(state.getName()))
                .findFirst();
    }

    /** Calls a method; returns real values by recorded example. */
    Map<String, String> call(Method method, ProviderState state) {
        return invoke(method, state) instanceof Map<?, ?> real ? byExample(state, real) : Map.of();
    }

    /** Real values by recorded example, from real values by parameter. */
    static Map<String, String> byExample(ProviderState state, Map<?, ?> real) {
        var values = new HashMap<String, String>();
        real.forEach((parameter, value) -> {
            var example = state.getParams().get(String.valueOf(parameter));
            if (example != null) {
                values.put(String.valueOf(example), String.valueOf(value));
            }
        });
        return values;
    }

    private @Nullable Object invoke(Method method, ProviderState state) {
        responses.forget();
        try {
            var real = method.getParameterCount() == 0
                    ? ReflectionSupport.invokeMethod(method, verification)
                    : ReflectionSupport.invokeMethod(method, verification, state.getParams());
            if (real instanceof Map<?, ?> values && values.values().stream().anyMatch(Objects::isNull)) {
                throw new IllegalStateException("the response has no value for a parameter: " + values.keySet());
            }
            return real;
        } catch (TestAbortedException | StateChangeFailed e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw failed(method, state, e);
        }
    }

    /** Whatever the method failed on, the vendor did not respond as it expected. */
    private StateChangeFailed failed(Method method, ProviderState state, Throwable cause) {
        return new StateChangeFailed(
                new ErrorMessage(
                        "The state \"%s\" could not be set up: %s"
                                .formatted(
                                        state.getName(),
                                        responses
                                                .text()
                                                .map("the vendor responded "::concat)
                                                .orElseGet(() -> "no request was answered (%s)".formatted(cause))),
                        "%s.%s".formatted(verification.getClass().getSimpleName(), method.getName()),
                        "check the credentials, and whether that is what the method expects"),
                cause);
    }
}
