package dev.treaty.consumer.webapp.connection;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** What the gateway answered to a call. */
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

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

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

    /** How long the gateway asks to wait (RFC 9110, section 10.2.3), if it says so in seconds. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    public UnexpectedResponse unexpected() {
        return unexpected("which means nothing to this call");
    }

    public UnexpectedResponse unexpected(String reason) {
        return new UnexpectedResponse(call, status, reason);
    }
}
