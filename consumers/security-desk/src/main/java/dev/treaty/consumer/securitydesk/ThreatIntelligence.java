package dev.treaty.consumer.securitydesk;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.Invalid;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotAllowed;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotFound;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotNow;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls threat-intelligence on behalf of one user. Each call throws a {@link ThreatIntelligenceException} if it is refused, and a {@link
 * dev.treaty.consumer.http.HttpApiException} if there is no reply. Safe to share between threads.
 */
public final class ThreatIntelligence {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final HttpApi api;
    private final InstantSource clock;

    /**
     * A client; it connects on the first call.
     *
     * @param token an access token, never shown; empty for somebody who has none
     */
    public ThreatIntelligence(URI server, Optional<String> token, Timeouts timeouts, InstantSource clock) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json, application/problem+json");
        token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
        api = new HttpApi("threat-intelligence", server, headers, timeouts);
        this.clock = clock;
    }

    /** What is known of an address. */
    public Reputation reputation(String ip) {
        return send(HttpCall.get("/addresses/" + PercentEncoding.encode(ip) + "/reputation"))
                .read(Reputation.class);
    }

    /** Starts an analysis of at most 100 addresses, whose verdicts come later. */
    public AnalysisProgress analyse(List<String> ips) {
        return send(HttpCall.post("/analyses").json(Map.of("addresses", ips))).read(AnalysisProgress.class);
    }

    /** How far an analysis is. */
    public AnalysisProgress analysis(String id) {
        return send(HttpCall.get("/analyses/" + PercentEncoding.encode(id))).read(AnalysisProgress.class);
    }

    /**
     * The list of addresses that are to be watched or blocked.
     *
     * @param after where an earlier part ended; empty for the beginning
     * @param limit how many, 1 to 100
     */
    public IndicatorPage indicators(Optional<String> after, int limit) {
        var query = Query.none().and("after", after).and("limit", limit);
        return send(HttpCall.get("/indicators").query(query)).read(IndicatorPage.class);
    }

    /**
     * Reports an address.
     *
     * @param attempt the same for each repetition of one report, so that it is made once
     */
    public ReportOutcome report(NewReport report, UUID attempt) {
        return send(HttpCall.post("/reports")
                        .header("Idempotency-Key", attempt.toString())
                        .json(report))
                .read(ReportOutcome.class);
    }

    /** How the sources are. */
    public List<SourceStatus> sources() {
        return send(HttpCall.get("/sources")).list("items", SourceStatus.class);
    }

    private HttpReply send(HttpCall call) {
        var reply = api.send(call);
        if (reply.isSuccess()) {
            return reply;
        }
        throw switch (reply.status()) {
            case 401, 403 -> new NotAllowed(reply);
            case 404 -> new NotFound(reply);
            case 400, 409, 415, 422 -> new Invalid(reply);
            default -> new NotNow(reply, retryAfter(reply));
        };
    }

    private RetryAfter retryAfter(HttpReply reply) {
        var now = clock.instant();
        return reply.header("Retry-After")
                .flatMap(seconds -> RetryAfter.seconds(seconds, now))
                .orElseGet(() -> RetryAfter.pause(PAUSE, now));
    }
}
