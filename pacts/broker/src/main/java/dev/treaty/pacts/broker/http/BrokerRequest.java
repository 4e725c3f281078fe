package dev.treaty.pacts.broker.http;

import java.net.URI;
import java.time.Duration;

/**
 * A request to a broker.
 *
 * @param body JSON; empty for none
 * @param isRepeatable whether it may be sent again when nobody knows whether it arrived
 */
record BrokerRequest(String method, URI uri, String body, boolean isRepeatable) {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A matrix over many versions takes the real broker several seconds, on a slow database more. */
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** From the request to the last byte of the answer. */
    static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    /** Bytes of an answer, unpacked. The largest are contracts; one with 10,000 interactions has a third of it. */
    static final int LARGEST_ANSWER = 64 << 20;

    static BrokerRequest read(URI uri) {
        return new BrokerRequest("GET", uri, "", true);
    }

    /** Method and URL, for people. */
    String where() {
        return method + " " + uri;
    }

    /** What kind of JSON the body is; the broker takes no other kind of patch for a deployment (RFC 7396). */
    String contentType() {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }
}
