package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.Request;
import java.net.URISyntaxException;
import java.util.List;

/** A request that reached the server: whose it is, and what contracts see of it. */
sealed interface ReceivedRequest {

    /** The first segment of the path, decoded. */
    String provider();

    /** In capitals, e.g. {@code "GET"}. */
    String method();

    /** Below the provider, still encoded, without query. */
    String path();

    /**
     * A request that contracts can be asked about.
     *
     * @param request without the header {@value RequestedState#HEADER}, which no contract sees
     * @param states that the request asks for
     */
    record Understood(String provider, Request request, List<RequestedState> states) implements ReceivedRequest {

        /** Whether a message is asked for, instead of an answer. */
        boolean isForMessage() {
            return method().equals("POST") && path().equals(MessageReplay.PATH);
        }

        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public String path() {
            return request.getPath();
        }
    }

    /**
     * A request that no contract can match.
     *
     * @param reason why pact-jvm's mock server would answer 400 or 500 without looking at a contract
     */
    record Malformed(String provider, String method, String path, String reason) implements ReceivedRequest {}

    static ReceivedRequest of(Arrived arrived) {
        try {
            var target = Target.of(arrived.target());
            if (target.path().isEmpty()) {
                return malformed(arrived, "its target has no path");
            }
            var request = new Request(
                    arrived.method(),
                    target.path(),
                    target.parameters(),
                    MockServerForm.headers(arrived),
                    MockServerForm.body(arrived));
            return new Understood(arrived.provider(), request, states(arrived));
        } catch (URISyntaxException e) {
            return malformed(arrived, "its path or query is no URI (RFC 3986)");
        } catch (IllegalArgumentException e) {
            return malformed(arrived, "its query is not percent-encoded as it should be");
        }
    }

    static Malformed malformed(Arrived arrived, String reason) {
        var query = arrived.target().indexOf('?');
        var path = query < 0 ? arrived.target() : arrived.target().substring(0, query);
        return new Malformed(arrived.provider(), arrived.method(), path, reason);
    }

    private static List<RequestedState> states(Arrived arrived) {
        var states = arrived.header(RequestedState.HEADER);
        return states.isEmpty()
                ? List.of()
                : states.stream().map(RequestedState::parse).toList();
    }
}
