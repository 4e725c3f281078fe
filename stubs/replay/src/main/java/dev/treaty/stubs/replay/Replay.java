package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;

/** One interaction of a contract, ready to be asked and to answer. */
sealed interface Replay permits HttpReplay, MessageReplay {

    Origin origin();

    /** What WireMock knows it by; always this one instance, so an edited mapping can be told from the contract's own. */
    StubMapping mapping();

    /** Whether every state that a request asks for is one of the interaction's. */
    default boolean holds(Iterable<RequestedState> requested) {
        for (var state : requested) {
            if (!state.isAmong(origin().states())) {
                return false;
            }
        }
        return true;
    }
}
