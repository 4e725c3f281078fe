package dev.treaty.stubs.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The states that a test is given, and whether the servers that it asks for know of them. */
final class GivenStates {

    private static final Namespace NAMESPACE = Namespace.create(GivenStates.class);

    private final ExtensionContext context;

    GivenStates(ExtensionContext context) {
        this.context = context;
    }

    /** The test's own; otherwise those of its class, or of the nearest class around it that has some. */
    List<String> of(String provider) {
        var given = ofTest();
        var classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        Collections.reverse(classes);
        for (var tests : classes) {
            given = given.isEmpty() ? AnnotationSupport.findRepeatableAnnotations(tests, GivenState.class) : given;
        }
        return given.stream()
                .filter(state -> concerns(state, provider))
                .map(GivenState::value)
                .toList();
    }

    /** The test asked for this provider, and so the states reach it. */
    void reached(String provider) {
        if (context.getTestMethod().isPresent()) {
            asked().add(provider);
        }
    }

    /** Those of the test's own that reached no server. */
    List<GivenState> unreached() {
        var asked = asked();
        return ofTest().stream()
                .filter(state -> asked.stream().noneMatch(provider -> concerns(state, provider)))
                .toList();
    }

    private List<GivenState> ofTest() {
        return AnnotationSupport.findRepeatableAnnotations(context.getTestMethod(), GivenState.class);
    }

    @SuppressWarnings("unchecked") // nobody else puts anything there
    private Set<String> asked() {
        return (Set<String>)
                context.getStore(NAMESPACE).computeIfAbsent(context.getUniqueId(), test -> new HashSet<String>());
    }

    private static boolean concerns(GivenState state, String provider) {
        return state.provider().isEmpty() || state.provider().equals(provider);
    }
}
