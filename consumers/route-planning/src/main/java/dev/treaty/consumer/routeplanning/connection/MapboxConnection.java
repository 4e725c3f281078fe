package dev.treaty.consumer.routeplanning.connection;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Forbidden;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Rejected;
import dev.treaty.consumer.routeplanning.connection.MapboxException.TooManyRequests;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Unauthorized;
import dev.treaty.consumer.routeplanning.connection.MapboxException.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Sends requests to Mapbox, each once. After too many requests it sends nothing until Mapbox takes some again. Safe to share between threads. */
public final class MapboxConnection {

    /** What the client waits if Mapbox does not say how long: its limits are by the minute. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final HttpApi api;
    private final MapboxToken token;
    private final InstantSource clock;

    private volatile RetryAfter pause = new RetryAfter(Instant.MIN);

    /**
     * A connection that is made with the first call.
     *
     * @param server {@code https://api.mapbox.com}, or what stands in for it
     * @throws IllegalArgumentException if the server is not an HTTP address
     */
    public MapboxConnection(URI server, MapboxToken token, Timeouts timeouts, InstantSource clock) {
        this.api = new HttpApi("Mapbox", server, Map.of("Accept", "application/json"), timeouts);
        this.token = token;
        this.clock = clock;
    }

    /**
     * Asks for what is there.
     *
     * @param path percent-encoded
     * @return a response with a status from 200 to 299
     * @throws MapboxException if Mapbox refuses the request
     * @throws dev.treaty.consumer.http.HttpApiException if there is no response
     */
    public HttpReply get(String path, Query parameters) {
        return send(HttpCall.get(path).query(token.addedTo(parameters)));
    }

    /** Asks with a body of JSON; changes nothing at Mapbox, either. */
    public HttpReply post(String path, Object body) {
        return send(HttpCall.post(path).query(token.addedTo(Query.none())).json(body));
    }

    private HttpReply send(HttpCall call) {
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

    private MapboxException refusal(HttpReply reply) {
        var status = reply.status();
        var where = reply.where();
        return switch (status) {
            case 401 -> new Unauthorized(where);
            case 403 -> new Forbidden(where);
            case 429 -> new TooManyRequests(pauseAfter(reply), where);
            default ->
                status < 500 ? new Rejected(status, MapboxProblem.of(reply), where) : new Unavailable(status, where);
        };
    }

    /** Until the time that Mapbox names, if it names one that is not far away. */
    private RetryAfter pauseAfter(HttpReply reply) {
        var now = clock.instant();
        pause = reply.header("X-Rate-Limit-Reset")
                .flatMap(RetryAfter::unixSeconds)
                .filter(reset -> reset.remaining(now).compareTo(Duration.ofHours(1)) <= 0)
                .orElseGet(() -> RetryAfter.pause(PAUSE, now));
        return pause;
    }
}
