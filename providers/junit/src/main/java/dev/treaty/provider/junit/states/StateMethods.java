package dev.treaty.provider.junit.states;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.provider.verification.states.ProviderStates;
import dev.treaty.provider.verification.states.StateChangeFailed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Sets up the states of an embedded service with {@link State @State} methods, as pact-jvm does: a method takes the state's parameters or
 * nothing, runs before the interaction or ({@code action = TEARDOWN}) after it, and may return a map of values.
 */
public final class StateMethods implements ProviderStates {

    private final List<Handler> handlers;
    private final boolean unknownIgnored;

    private record Handler(Object instance, Method method, State state) {

        boolean handles(ProviderState wanted, StateChangeAction action) {
            return state.action() == action && names().contains(wanted.getName());
        }

        List<String> names() {
            return Arrays.asList(state.value());
        }

        String place() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    /**
     * Finds the {@code @State} methods.
     *
     * @param instances whose methods are called, in this order; a state that none of them handles is an error unless the class of one is
     *     annotated {@link IgnoreMissingStateChange}
     */
    public StateMethods(List<?> instances) {
        handlers = instances.stream()
                .flatMap(instance ->
                        AnnotationSupport.findAnnotatedMethods(
                                        instance.getClass(), State.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream()
                                .map(method -> new Handler(instance, method, method.getAnnotation(State.class))))
                .toList();
        unknownIgnored = instances.stream()
                .anyMatch(
                        instance -> AnnotationSupport.isAnnotated(instance.getClass(), IgnoreMissingStateChange.class));
    }

    @Override
    public Map<String, @Nullable Object> setUp(ProviderState state) {
        if (!unknownIgnored
                && handlers.stream().noneMatch(handler -> handler.names().contains(state.getName()))) {
            throw unknown(String.valueOf(state.getName()));
        }
        return run(state, StateChangeAction.SETUP);
    }

    @Override
    public void tearDown(ProviderState state) {
        run(state, StateChangeAction.TEARDOWN);
    }

    private Map<String, @Nullable Object> run(ProviderState state, StateChangeAction action) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var handler : handlers) {
            if (handler.handles(state, action) && call(handler, state) instanceof Map<?, ?> returned) {
                returned.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
        }
        return values;
    }

    private static @Nullable Object call(Handler handler, ProviderState state) {
        try {
            return handler.method().getParameterCount() == 0
                    ? ReflectionSupport.invokeMethod(handler.method(), handler.instance())
                    : ReflectionSupport.invokeMethod(handler.method(), handler.instance(), state.getParams());
        } catch (Exception | AssertionError e) {
            var action = handler.state().action() == StateChangeAction.SETUP ? "set up" : "torn down";
            throw new StateChangeFailed(
                    new ErrorMessage(
                            "The state \"%s\" could not be %s: %s".formatted(state.getName(), action, e),
                            handler.place(),
                            "see the cause below"),
                    e);
        }
    }

    private StateChangeFailed unknown(String state) {
        return new StateChangeFailed(
                "No @State method handles the state \"%s\".".formatted(state),
                place(state),
                "write a method annotated @State(\"%s\"), or let the consumer record one of the known states"
                        .formatted(state));
    }

    private String place(String state) {
        if (handlers.isEmpty()) {
            return "there are no @State methods";
        }
        var classes = handlers.stream()
                .map(handler -> handler.instance().getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
        var known = handlers.stream()
                .flatMap(handler -> handler.names().stream())
                .distinct()
                .toList();
        return "%s; known states, the most similar first: %s"
                .formatted(
                        classes,
                        Similarity.nearest(state, known).stream()
                                .map("\"%s\""::formatted)
                                .collect(Collectors.joining(", ")));
    }
}
