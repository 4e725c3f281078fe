package dev.treaty.consumer.customersync.connection;

import dev.treaty.consumer.customersync.connection.AirtableException.Forbidden;
import dev.treaty.consumer.customersync.connection.AirtableException.NotFound;
import dev.treaty.consumer.customersync.connection.AirtableException.Rejected;
import dev.treaty.consumer.customersync.connection.AirtableException.TooManyRequests;
import dev.treaty.consumer.customersync.connection.AirtableException.Unauthorized;
import dev.treaty.consumer.customersync.connection.AirtableException.Unavailable;
import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Sends requests to Airtable, each once. After too many requests it sends nothing for half a minute: Airtable would refuse it, too. Safe to
 * share between threads.
 *
 * @see <a href="https://airtable.com/developers/web/api/rate-limits">Airtable, rate limits</a>
 */
public final class AirtableConnection {

    /** How long Airtable refuses everything after too many requests. No header says so. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private final HttpApi api;
    private final InstantSource clock;

    private volatile RetryAfter pause = new RetryAfter(Instant.MIN);

    /**
     * A connection that is made with the first call.
     *
     * @param server {@code https://api.airtable.com}, or what stands in for it
     * @throws IllegalArgumentException if the server is not an HTTP address
     */
    public AirtableConnection(URI server, AccessToken token, Timeouts timeouts, InstantSource clock) {
        this.api = new HttpApi(
                "Airtable",
                server,
                Map.of("Accept", "application/json", "Authorization", token.authorization()),
                timeouts);
        this.clock = clock;
    }

    /**
     * Sends a request.
     *
     * @return a response with a status from 200 to 299
     * @throws AirtableException if Airtable refuses it
     * @throws dev.treaty.consumer.http.HttpApiException if there is no response
     */
    public HttpReply send(HttpCall call) {
        var current = pause;
        if (clock.instant().isBefore(current.notBefore())) {
            throw new TooManyRequests(current, call + " (not sent)");
        }
        var reply = api.send(call);
        if (reply.isSuccess()) {
            return reply;
        }
        throw refusal(reply);
    }

    private AirtableException refusal(HttpReply reply) {
        var status = reply.status();
        var where = reply.where();
        return switch (status) {
            case 401 -> new Unauthorized(where);
            case 403 -> new Forbidden(where);
            case 404 -> new NotFound(where);
            case 429 -> new TooManyRequests(pauseFromNow(), where);
            default ->
                status < 500 ? new Rejected(status, AirtableProblem.of(reply), where) : new Unavailable(status, where);
        };
    }

    private RetryAfter pauseFromNow() {
        pause = RetryAfter.pause(PAUSE, clock.instant());
        return pause;
    }
}
