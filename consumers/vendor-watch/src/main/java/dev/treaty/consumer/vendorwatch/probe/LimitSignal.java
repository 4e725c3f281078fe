package dev.treaty.consumer.vendorwatch.probe;

import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a vendor says how many more requests it accepts, and when.
 *
 * @param limit the header with the number of requests in a period; empty if there is none
 * @param remaining the header with how many of them are left; empty if there is none
 * @param reset the header that says when there are more again; empty if there is none
 * @param unit of that header
 * @param pause after a refusal that does not say how long
 */
public record LimitSignal(String limit, String remaining, String reset, Unit unit, Duration pause) {

    /** What a reset is measured in. */
    public enum Unit {
        /** Seconds since 1970-01-01T00:00:00Z. */
        UNIX_SECONDS,
        /** Seconds from now on. */
        SECONDS_LEFT
    }

    /** For a vendor without such headers, except that any may send {@code Retry-After}. */
    public static LimitSignal pause(Duration pause) {
        return new LimitSignal("", "", "", Unit.SECONDS_LEFT, pause);
    }

    /** What a reply says. */
    Limit read(HttpReply reply, Instant now) {
        var left = number(reply, remaining);
        var isRefused = reply.status() == Probe.TOO_MANY_REQUESTS;
        var isUsedUp = left.filter(number -> number <= 0).isPresent();
        return new Limit(
                number(reply, limit),
                left,
                isRefused || isUsedUp ? Optional.of(notBefore(reply, now)) : Optional.empty());
    }

    private Instant notBefore(HttpReply reply, Instant now) {
        return reply.header("Retry-After")
                .flatMap(seconds -> RetryAfter.seconds(seconds, now))
                .or(() -> header(reply, reset)
                        .flatMap(value -> unit == Unit.UNIX_SECONDS
                                ? RetryAfter.unixSeconds(value)
                                : RetryAfter.seconds(value, now)))
                .orElseGet(() -> RetryAfter.pause(pause, now))
                .notBefore();
    }

    private static Optional<Long> number(HttpReply reply, String header) {
        return header(reply, header).filter(value -> value.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static Optional<String> header(HttpReply reply, String name) {
        return name.isEmpty() ? Optional.empty() : reply.header(name);
    }
}
