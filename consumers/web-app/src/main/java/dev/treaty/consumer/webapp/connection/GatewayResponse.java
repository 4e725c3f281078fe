package dev.treaty.consumer.webapp.connection;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** The gateway's response to a call. */
public final class GatewayResponse {

    private final GatewayRequest call;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    public GatewayResponse(GatewayRequest call, int status, HttpHeaders headers, byte[] body) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** E.g. 200. */
    public int status() {
        return status;
    }

    /** The body; empty if there is none. */
    public byte[] body() {
        return body;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, which must be a JSON object. */
    public JsonDocument document() {
        return Json.read(body, this::unexpected);
    }

    /** Why the call was refused; {@link ProblemType#UNKNOWN} if the response is not a problem document. */
    public ProblemType problem() {
        var isProblem = header("Content-Type").filter(type -> type.startsWith("application/problem+json"));
        return isProblem.isPresent() ? ProblemType.of(document().text("type")) : ProblemType.UNKNOWN;
    }

    /** The {@code Retry-After} (RFC 9110, section 10.2.3), if it is in seconds. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    public UnexpectedResponse unexpected() {
        return unexpected("this call does not expect the status");
    }

    public UnexpectedResponse unexpected(String reason) {
        return new UnexpectedResponse(call, status, reason);
    }
}
