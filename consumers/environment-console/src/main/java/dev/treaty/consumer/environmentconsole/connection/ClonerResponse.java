package dev.treaty.consumer.environmentconsole.connection;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The response to a call. */
public final class ClonerResponse {

    private final ClonerRequest call;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    ClonerResponse(ClonerRequest call, int status, HttpHeaders headers, byte[] body) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The body of a response with this status, which must be a JSON object.
     *
     * @throws Refused if the response is a problem document instead
     * @throws UnexpectedResponse if it is anything else
     */
    public JsonDocument document(int expectedStatus) {
        if (status == expectedStatus) {
            return document();
        }
        if (status >= 400
                && header("Content-Type")
                        .filter(type -> type.startsWith("application/problem+json"))
                        .isPresent()) {
            throw refused();
        }
        throw unexpected("this call does not expect the status");
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The {@code Retry-After} (RFC 9110, section 10.2.3), if it is in seconds. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** The failure for a response that lacks something. */
    public UnexpectedResponse unexpected(String reason) {
        return new UnexpectedResponse(call, status, reason);
    }

    private Refused refused() {
        var problem = document();
        var errors = problem.has("errors") ? problem.list("errors", InvalidMember::of) : List.<InvalidMember>of();
        return new Refused(
                call, status, ProblemDocument.of(problem), errors, problem.optionalText("clone"), retryAfter());
    }

    private JsonDocument document() {
        return Json.read(body, this::unexpected);
    }
}
