package dev.treaty.consumer.threatintelligence.abuseipdb;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException.Failing;
import dev.treaty.consumer.threatintelligence.source.SourceException.KeyRefused;
import dev.treaty.consumer.threatintelligence.source.SourceException.LimitReached;
import dev.treaty.consumer.threatintelligence.source.SourceException.Rejected;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AbuseIPDB, API v2. Each call throws a {@link dev.treaty.consumer.threatintelligence.source.SourceException} if AbuseIPDB refuses, and a {@link
 * dev.treaty.consumer.http.HttpApiException} if there is no reply. Safe to share between threads.
 *
 * @see <a href="https://docs.abuseipdb.com">AbuseIPDB APIv2</a>
 */
public final class AbuseIpDb {

    /** How long to wait if AbuseIPDB does not say: its limits hold for a day, so a client that asks each hour loses little. */
    public static final Duration PAUSE = Duration.ofHours(1);

    /** How long an address cannot be reported again. */
    public static final Duration PAUSE_OF_REPORTS = Duration.ofMinutes(15);

    private static final String NAME = "AbuseIPDB";
    private static final String API = "/api/v2";
    private static final int DAYS = 90;

    private final HttpApi api;
    private final InstantSource clock;

    /**
     * A client; it connects on the first call.
     *
     * @param server e.g. {@code https://api.abuseipdb.com}
     * @param key never shown
     */
    public AbuseIpDb(URI server, String key, Timeouts timeouts, InstantSource clock) {
        // Without Accept, errors are pages in HTML.
        api = new HttpApi(NAME, server, Map.of("Key", key, "Accept", "application/json"), timeouts);
        this.clock = clock;
    }

    /** What people have reported of an address in the last 90 days. */
    public AddressCheck check(IpAddress address) {
        var query = Query.of("ipAddress", address).and("maxAgeInDays", DAYS);
        var reply = checked(api.send(HttpCall.get(API + "/check").query(query)), PAUSE);
        return reply.read("data", Wire.Check.class).toCheck(address, remaining(reply));
    }

    /** How many more requests of this kind today, if AbuseIPDB says so. */
    private static Optional<Integer> remaining(HttpReply reply) {
        return reply.header("X-RateLimit-Remaining")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** Reports an address. Its comment is published. */
    public ReportResult report(Report report) {
        var form = Query.of("ip", report.address())
                .andList("categories", report.categories())
                .and("comment", report.comment());
        var reply = api.send(HttpCall.post(API + "/report").form(form));
        if (reply.status() == 429) {
            return new ReportResult.NotNow(retryAfter(reply, PAUSE_OF_REPORTS));
        }
        return new ReportResult.Accepted(
                checked(reply, PAUSE).read("data", Wire.Reported.class).score());
    }

    /**
     * The addresses that are reported most, the worst first.
     *
     * @param minimum the least score, 25 to 100
     * @param limit how many
     */
    public List<BlacklistedAddress> blacklist(int minimum, int limit) {
        var query = Query.of("confidenceMinimum", minimum).and("limit", limit);
        return checked(api.send(HttpCall.get(API + "/blacklist").query(query)), PAUSE)
                .list("data", Wire.Listed.class)
                .stream()
                .flatMap(listed -> listed.toAddress().stream())
                .toList();
    }

    private HttpReply checked(HttpReply reply, Duration pause) {
        if (reply.isSuccess()) {
            return reply;
        }
        throw switch (reply.status()) {
            case 401, 403 -> new KeyRefused(NAME, reply);
            case 429 -> new LimitReached(NAME, reply, retryAfter(reply, pause));
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new Rejected(NAME, reply, detail(reply))
                        : new Failing(NAME, reply);
        };
    }

    /** As seconds from now, or as a time, which can be hours ahead: nobody sleeps that long within a call. */
    private RetryAfter retryAfter(HttpReply reply, Duration pause) {
        var now = clock.instant();
        return reply.header("Retry-After")
                .flatMap(seconds -> RetryAfter.seconds(seconds, now))
                .or(() -> reply.header("X-RateLimit-Reset").flatMap(RetryAfter::unixSeconds))
                .orElseGet(() -> RetryAfter.pause(pause, now));
    }

    private static String detail(HttpReply reply) {
        return reply.jsonIfAny()
                .map(body -> body.path("errors").path(0).path("detail").asText())
                .orElse("");
    }
}
