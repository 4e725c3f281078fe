package dev.treaty.stubs.http.response;

import wiremock.org.eclipse.jetty.http.BadMessageException;

/** A request that is refused before any handler sees it, for a reason that the client should learn. */
public final class RefusedRequest extends BadMessageException {

    private final transient HttpProblem problem;

    private RefusedRequest(HttpProblem problem) {
        super(problem.status(), problem.title());
        this.problem = problem;
    }

    /**
     * One without TLS, at a port where TLS is all that is spoken.
     *
     * @param port that it was sent to
     */
    public static RefusedRequest withoutTls(int port) {
        return new RefusedRequest(HttpProblem.plainHttp(port));
    }

    /** What the client gets. */
    HttpProblem problem() {
        return problem;
    }
}
