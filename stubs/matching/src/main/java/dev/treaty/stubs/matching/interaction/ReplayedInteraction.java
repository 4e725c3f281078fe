package dev.treaty.stubs.matching.interaction;

import dev.treaty.stubs.matching.request.RequestedState;
import java.util.Collection;

/** An interaction of a loaded contract. */
public sealed interface ReplayedInteraction permits HttpInteraction, MessageInteraction {

    /** The contract that it comes from, and its place in it. */
    InteractionOrigin origin();

    /** Counts that it has answered a request. */
    void countUse();

    /** How many requests it has answered since its contract was loaded. */
    long uses();

    /** Whether it has all of these provider states. */
    default boolean hasAll(Iterable<RequestedState> requested) {
        for (var state : requested) {
            if (!state.isAmong(origin().states())) {
                return false;
            }
        }
        return true;
    }

    /** How many of these provider states it has. */
    default int countOf(Collection<RequestedState> given) {
        return (int)
                given.stream().filter(state -> state.isAmong(origin().states())).count();
    }
}
