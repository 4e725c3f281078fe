package dev.treaty.stubs.http.admin;

import dev.treaty.stubs.http.faults.ConnectionFault;
import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * How a request ended. It is attached to the request when it is decided, because Jetty's request log, which reports it when the
 * response is complete, knows nothing but the request.
 *
 * @param provider that the request was for; empty if unknown
 * @param interaction that answered; null if none did
 * @param fault of the connection; null if there was a response
 * @param notCovered what the provider's replay does not cover, if it has one and nothing answered
 */
public record RequestOutcome(
        String provider,
        OutcomeKind kind,
        @Nullable InteractionOrigin interaction,
        @Nullable ConnectionFault fault,
        @Nullable String notCovered) {

    private static final String ATTRIBUTE = RequestOutcome.class.getName();
    private static final RequestOutcome REFUSED = new RequestOutcome("", OutcomeKind.REFUSED, null, null, null);
    private static final RequestOutcome ADMIN = new RequestOutcome("", OutcomeKind.ADMIN, null, null, null);

    /** An interaction answers, or none does. */
    public static RequestOutcome of(MatchResult result) {
        var provider = result.request().provider();
        return result.first()
                .map(interaction -> new RequestOutcome(provider, OutcomeKind.MATCH, interaction.origin(), null, null))
                .orElseGet(() -> new RequestOutcome(provider, OutcomeKind.MISS, null, null, null));
    }

    /**
     * Nothing answers.
     *
     * @param notCovered what the provider's replay does not cover, e.g. {@code "operation"}; null if it has none
     */
    public static RequestOutcome ofMiss(String provider, @Nullable String notCovered) {
        return new RequestOutcome(provider, OutcomeKind.MISS, null, null, notCovered);
    }

    /** A mapping answers that was added through the admin API. */
    public static RequestOutcome ofAddedMapping(String provider) {
        return new RequestOutcome(provider, OutcomeKind.MATCH, null, null, null);
    }

    /** A provider's replay answers from its state. */
    public static RequestOutcome ofReplay(String provider) {
        return new RequestOutcome(provider, OutcomeKind.REPLAY, null, null, null);
    }

    /** A provider's replay is controlled. */
    public static RequestOutcome ofControl(String provider) {
        return new RequestOutcome(provider, OutcomeKind.ADMIN, null, null, null);
    }

    /** The request is refused, because a limit is reached or what it asks for is invalid. */
    public static RequestOutcome ofRefusal(String provider) {
        return new RequestOutcome(provider, OutcomeKind.REFUSED, null, null, null);
    }

    /** A page asks which requests it may send. */
    public static RequestOutcome ofPreflight(String provider) {
        return new RequestOutcome(provider, OutcomeKind.PREFLIGHT, null, null, null);
    }

    /** The client of a request that waits has gone. */
    public static RequestOutcome ofAbandoned(Request request) {
        return new RequestOutcome(of(request).provider(), OutcomeKind.ABANDONED, null, null, null);
    }

    /** A fault was injected. */
    public static RequestOutcome ofFault(String provider, FaultSpec fault) {
        return new RequestOutcome(provider, OutcomeKind.FAULT, null, fault.fault(), null);
    }

    /** Attaches it to a request. */
    public void attachTo(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether it is known how a request ends. */
    public static boolean isDecided(Request request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** The outcome of a completed request. */
    static RequestOutcome of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestOutcome outcome) {
            return outcome;
        }
        return request.getHttpURI() != null && AdminGuard.guards(String.valueOf(request.getPathInContext()))
                ? ADMIN
                : REFUSED;
    }
}
