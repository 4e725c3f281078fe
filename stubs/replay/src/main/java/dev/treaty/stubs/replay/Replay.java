package dev.treaty.stubs.replay;

import java.util.Collection;
import java.util.Optional;

/** One interaction of a contract, ready to be asked and to answer. */
sealed interface Replay permits HttpReplay, MessageReplay {

    Origin origin();

    /** What WireMock knows it by. Made when asked for: only the admin API and the answers of WireMock need it. */
    ContractMapping mapping();

    /** The answer, if it is the same each time. */
    Optional<PreparedAnswer> preparedAnswer();

    /** Whether every state that a request asks for is one of the interaction's. */
    default boolean holds(Iterable<RequestedState> requested) {
        for (var state : requested) {
            if (!state.isAmong(origin().states())) {
                return false;
            }
        }
        return true;
    }

    /** How many of these states are among the interaction's. */
    default int held(Collection<RequestedState> given) {
        return (int)
                given.stream().filter(state -> state.isAmong(origin().states())).count();
    }
}
