package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.Request;
import java.net.URISyntaxException;
import java.util.List;

/** A request that reached the server: the provider it is for, and what contracts see of it. */
public sealed interface ReceivedRequest permits ParsedRequest, MalformedRequest {

    /** The provider that the request is for, e.g. {@code "stripe"}. */
    String provider();

    /** In upper case, e.g. {@code "GET"}. */
    String method();

    /** Below the provider, encoded, without the query. */
    String path();

    /** Reads a request the way pact-jvm's mock server does. */
    static ReceivedRequest of(RawRequest raw) {
        return of(raw, List.of());
    }

    /**
     * The same for a client that prefers interactions with some provider states to others.
     *
     * @param preferredStates in the form of the header {@value RequestedState#HEADER}; usually none
     */
    static ReceivedRequest of(RawRequest raw, List<String> preferredStates) {
        try {
            var target = RequestTarget.of(raw.target());
            if (target.path().isEmpty()) {
                return malformed(raw, "its target has no path");
            }
            var parameters = target.parameters();
            return new ParsedRequest(
                    raw,
                    target.path(),
                    preferredStates,
                    () -> new Request(
                            raw.method(),
                            target.path(),
                            parameters,
                            MockServerReading.headers(raw),
                            MockServerReading.body(raw)));
        } catch (URISyntaxException e) {
            return malformed(raw, "its path or query is not a valid URI (RFC 3986)");
        } catch (IllegalArgumentException e) {
            return malformed(raw, "its query is not percent-encoded correctly");
        }
    }

    /** A request that no contract can match, for a reason that is known before it is read. */
    static MalformedRequest malformed(RawRequest raw, String reason) {
        var query = raw.target().indexOf('?');
        var path = query < 0 ? raw.target() : raw.target().substring(0, query);
        return new MalformedRequest(raw.provider(), raw.method(), path, reason);
    }
}
