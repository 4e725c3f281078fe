package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which interactions are served at all: every one, or those that are given a certain provider state. */
final class StateFilter {

    static final StateFilter ALL = new StateFilter(Optional.empty());

    private final Optional<Pattern> wanted;

    private StateFilter(Optional<Pattern> wanted) {
        this.wanted = wanted;
    }

    /** Those with a state whose name has a part that matches, or whose form in {@link RequestedState#HEADER} has. */
    static StateFilter matching(Pattern state) {
        return new StateFilter(Optional.of(state));
    }

    boolean lets(V4Interaction interaction) {
        return wanted.isEmpty()
                || interaction.getProviderStates().stream()
                        .anyMatch(state -> wanted.get()
                                .matcher(RequestedState.of(state).toString())
                                .find());
    }
}
