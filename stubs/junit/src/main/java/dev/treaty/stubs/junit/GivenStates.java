package dev.treaty.stubs.junit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The provider states of a test, and whether they have reached a server. */
final class GivenStates {

    private static final Namespace NAMESPACE = Namespace.create(GivenStates.class);

    private final ExtensionContext context;

    GivenStates(ExtensionContext context) {
        this.context = context;
    }

    /** The states of the test itself; otherwise those of its class, or of the nearest enclosing class that has some. */
    List<String> of(String provider) {
        var given = ofTest();
        var classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        Collections.reverse(classes);
        for (var tests : classes) {
            given = given.isEmpty() ? AnnotationSupport.findRepeatableAnnotations(tests, GivenState.class) : given;
        }
        return given.stream()
                .filter(state -> appliesTo(state, provider))
                .map(GivenState::value)
                .toList();
    }

    /** Records that the test uses this provider, so that its states have reached a server. */
    void reached(String provider) {
        if (context.getTestMethod().isPresent()) {
            usedProviders().add(provider);
        }
    }

    /** The states of the test itself that have not reached any server. */
    List<GivenState> unreached() {
        var used = usedProviders();
        return ofTest().stream()
                .filter(state -> used.stream().noneMatch(provider -> appliesTo(state, provider)))
                .toList();
    }

    private List<GivenState> ofTest() {
        return AnnotationSupport.findRepeatableAnnotations(context.getTestMethod(), GivenState.class);
    }

    @SuppressWarnings("unchecked") // only this class uses the namespace
    private Set<String> usedProviders() {
        return (Set<String>)
                context.getStore(NAMESPACE).computeIfAbsent(context.getUniqueId(), test -> new HashSet<String>());
    }

    private static boolean appliesTo(GivenState state, String provider) {
        return state.provider().isEmpty() || state.provider().equals(provider);
    }
}
