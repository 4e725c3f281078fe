package dev.treaty.stubs.matching;

import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which interactions are served: all of them, or those with a certain provider state. */
public final class StateFilter {

    /** Serves every interaction. */
    public static final StateFilter ALL = new StateFilter(Optional.empty(), true);

    private final Optional<Pattern> wanted;
    private final boolean orNone;

    private StateFilter(Optional<Pattern> wanted, boolean orNone) {
        this.wanted = wanted;
        this.orNone = orNone;
    }

    /** Serves interactions with a state in which the pattern occurs, written as in {@link RequestedState#HEADER}. */
    public static StateFilter matching(Pattern state) {
        return matching(state, false);
    }

    /**
     * Like {@link #matching(Pattern)}.
     *
     * @param orNone whether to serve also interactions without any state
     */
    public static StateFilter matching(Pattern state, boolean orNone) {
        return new StateFilter(Optional.of(state), orNone);
    }

    /** Whether the interaction is served. */
    boolean accepts(V4Interaction interaction) {
        return wanted.isEmpty()
                || (orNone && interaction.getProviderStates().isEmpty())
                || interaction.getProviderStates().stream()
                        .anyMatch(state -> wanted.get()
                                .matcher(RequestedState.of(state).toString())
                                .find());
    }
}
