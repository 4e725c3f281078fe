package dev.treaty.consumer.fleettracking.connection;

import dev.treaty.consumer.fleettracking.connection.SamsaraException.Forbidden;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.InvalidToken;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.NotFound;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Rejected;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.TooManyRequests;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Unavailable;
import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to Samsara, with the token and a fixed version of the API, and only once: the official SDKs repeat even a POST, which
 * can create a route twice.
 *
 * @see <a href="https://developers.samsara.com/docs/rest-api-overview">Samsara, REST API overview</a>
 */
public final class SamsaraApi {

    /** Pins what the API answers, whatever is added to it later. */
    public static final String VERSION = "2025-06-11";

    /** If a refusal does not say how long to wait. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    private final HttpApi http;
    private final Clock clock;

    public SamsaraApi(URI address, SamsaraToken token, Timeouts timeouts, Clock clock) {
        this.http = new HttpApi(
                "Samsara",
                address,
                Map.of(
                        "Accept",
                        "application/json",
                        "Authorization",
                        "Bearer " + token.value(),
                        "X-Samsara-Version",
                        VERSION),
                timeouts);
        this.clock = clock;
    }

    public HttpReply get(String path, Query query) {
        return send(HttpCall.get(path).query(query));
    }

    public HttpReply post(String path, Object body) {
        return send(HttpCall.post(path).json(body));
    }

    public HttpReply patch(String path, Object body) {
        return send(HttpCall.patch(path).json(body));
    }

    public void delete(String path) {
        send(HttpCall.delete(path));
    }

    private HttpReply send(HttpCall call) {
        var reply = http.send(call);
        if (reply.isSuccess()) {
            return reply;
        }
        throw refusal(reply);
    }

    private SamsaraException refusal(HttpReply reply) {
        var where = reply.where();
        return switch (reply.status()) {
            case 401 -> new InvalidToken(where);
            case 403 -> new Forbidden(where, explanation(reply));
            case 404 -> new NotFound(where);
            case 429 -> new TooManyRequests(where, retryAfter(reply));
            default ->
                reply.status() < 500
                        ? new Rejected(reply.status(), where, explanation(reply))
                        : new Unavailable(reply.status(), where);
        };
    }

    /** Decimal seconds, e.g. {@code 0.40235}; the official SDKs expect whole ones, fail, and wait a second. */
    private RetryAfter retryAfter(HttpReply reply) {
        var now = clock.instant();
        return reply.header("Retry-After")
                .flatMap(seconds -> RetryAfter.seconds(seconds, now))
                .orElseGet(() -> RetryAfter.pause(USUAL_PAUSE, now));
    }

    /** For people only: Samsara says that programs must not rely on the text. */
    private static String explanation(HttpReply reply) {
        return reply.jsonIfAny()
                .map(body -> body.path("message").asText())
                .filter(message -> !message.isEmpty())
                .orElse("no reason given");
    }
}
