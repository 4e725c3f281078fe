package dev.treaty.stubs.http.provider;

import dev.treaty.stubs.http.response.StubResponse;

/** What a replay says to a request. */
public sealed interface ReplayResult {

    /** The replay knows what the provider would respond. */
    record Answered(StubResponse response) implements ReplayResult {}

    /**
     * Nothing with this id exists in the state. An interaction whose example names the id may answer instead.
     *
     * @param response what the provider would respond
     */
    record UnknownId(String id, StubResponse response) implements ReplayResult {}

    /** The replay does not know what the provider would respond; a contract may. */
    record NotCovered() implements ReplayResult {}
}
