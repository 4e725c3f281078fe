package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * How a request is answered, noted when that is decided, for those who are told of the request when it is over.
 *
 * @param provider whose request it is; empty if that is not known
 * @param interaction that answers; null if none does
 * @param fault below HTTP; null if there is an answer
 */
record Decision(
        String provider,
        Outcome outcome,
        @Nullable Origin interaction,
        @Nullable Fault fault) {

    private static final String NOTED = Decision.class.getName();
    private static final Decision REFUSED = new Decision("", Outcome.REFUSED, null, null);
    private static final Decision ADMIN = new Decision("", Outcome.ADMIN, null, null);

    static Decision of(Found found) {
        var provider = found.request().provider();
        return found.first()
                .map(replay -> new Decision(provider, Outcome.MATCH, replay.origin(), null))
                .orElseGet(() -> new Decision(provider, Outcome.MISS, null, null));
    }

    static Decision disturbed(String provider, Disturbance disturbance) {
        return new Decision(provider, Outcome.FAULT, null, disturbance.fault());
    }

    void noteOn(Request request) {
        request.setAttribute(NOTED, this);
    }

    /** Of a request that is over. */
    static Decision on(Request request) {
        if (request.getAttribute(NOTED) instanceof Decision noted) {
            return noted.outcome == Outcome.MISS && isAnsweredByMapping(request)
                    ? new Decision(noted.provider, Outcome.MATCH, null, null)
                    : noted;
        }
        return request.getHttpURI() != null && AdminGuard.guards(String.valueOf(request.getPathInContext()))
                ? ADMIN
                : REFUSED;
    }

    /** One that was added with the admin API. */
    private static boolean isAnsweredByMapping(Request request) {
        return request.getAttribute(ServeEvent.ORIGINAL_SERVE_EVENT_KEY) instanceof ServeEvent event
                && event.getWasMatched();
    }
}
