package dev.treaty.stubs.http.response;

import dev.treaty.stubs.matching.request.RawRequest;
import wiremock.org.eclipse.jetty.server.Request;

/** What a client gets instead of a response that a provider would give. */
public interface ErrorResponses {

    /**
     * The response to a request that cannot be read to the end.
     *
     * @param read what was read of it
     */
    StubResponse of(Request request, RawRequest read, HttpProblem problem);

    /** The response to a request whose body does not matter. */
    StubResponse of(Request request, HttpProblem problem);
}
