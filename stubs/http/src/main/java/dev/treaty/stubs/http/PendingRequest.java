package dev.treaty.stubs.http;

import dev.treaty.stubs.http.faults.FaultSpec;
import dev.treaty.stubs.http.response.HttpProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * What is already known about a request that had to wait: for its body, or because of a delay. Attached to the request, because Jetty
 * dispatches it anew when the wait is over.
 *
 * @param wire the body as it arrived
 * @param remaining what should still go wrong, after the delay of a fault; null if that has not been decided yet
 * @param globalDelay the delay by WireMock's settings that is over; null if that has not been decided yet
 * @param refusal why the body was not read; null if it was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingRequest(
        byte[] wire,
        @Nullable FaultSpec remaining,
        @Nullable Duration globalDelay,
        @Nullable HttpProblem refusal) {

    private static final String ATTRIBUTE = PendingRequest.class.getName();

    /** What is known about a request; null if it has not waited. */
    static @Nullable PendingRequest of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof PendingRequest pending ? pending : null;
    }

    /** A request whose body has been read. */
    static PendingRequest ofBody(byte[] wire) {
        return new PendingRequest(wire, null, null, null);
    }

    /** A request whose body has not been read. */
    static PendingRequest ofRefusal(HttpProblem refusal) {
        return new PendingRequest(new byte[0], null, null, refusal);
    }

    /** A request that has waited for a fault's delay. */
    static PendingRequest afterFault(byte[] wire, FaultSpec remaining) {
        return new PendingRequest(wire, remaining, null, null);
    }

    /** A request that has waited for a delay by WireMock's settings. */
    static PendingRequest afterGlobalDelay(byte[] wire, Duration delay) {
        return new PendingRequest(wire, FaultSpec.NONE, delay, null);
    }

    void attachTo(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
