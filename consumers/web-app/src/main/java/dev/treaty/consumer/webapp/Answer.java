package dev.treaty.consumer.webapp;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** What the gateway answered to a call. */
final class Answer {

    private final Call call;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(Call call, int status, HttpHeaders headers, byte[] body) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, which must be a JSON object. */
    Document document() {
        return Json.read(this);
    }

    /** Why the call was refused; {@link ProblemType#UNKNOWN} when the answer is no problem document at all. */
    ProblemType problem() {
        var isProblem = header("Content-Type").filter(type -> type.startsWith("application/problem+json"));
        return isProblem.isPresent() ? ProblemType.of(document().text("type")) : ProblemType.UNKNOWN;
    }

    /** How long the gateway asks to wait (RFC 9110, section 10.2.3), if it says so in seconds. */
    Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    UnexpectedAnswer unexpected() {
        return unexpected("which means nothing to this call");
    }

    UnexpectedAnswer unexpected(String reason) {
        return new UnexpectedAnswer(call, status, reason);
    }
}
