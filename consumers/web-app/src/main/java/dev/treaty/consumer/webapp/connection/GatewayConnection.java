package dev.treaty.consumer.webapp.connection;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Sends calls, and throws what may happen to any of them. */
public final class GatewayConnection {

    private final URI address;
    private final Timeouts timeouts;
    private final HttpClient client;

    public GatewayConnection(URI address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = timeouts;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                // Otherwise each call over plain HTTP offers an upgrade to HTTP/2, which the gateway does not speak.
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * The gateway's answer to a call.
     *
     * @throws NoResponse when there is none in time
     * @throws SessionExpired when the gateway does not accept the call's token any more
     * @throws TooManyRequests when the gateway asks for patience
     * @throws ServiceUnavailable when the gateway, or a service behind it, is down
     */
    public GatewayResponse send(GatewayRequest call) {
        var answer = exchange(call);
        // By status, not by problem type: a proxy before the gateway answers so, too, and without a problem document.
        switch (answer.status()) {
            case 401 -> {
                var challenge = BearerChallenge.of(answer);
                if (call.hasToken() && challenge.saysTokenIsInvalid()) {
                    throw new SessionExpired(call);
                }
            }
            case 429 -> throw new TooManyRequests(call, answer.retryAfter(), RateLimit.of(answer));
            case 503 -> throw new ServiceUnavailable(call, answer.retryAfter());
            default -> {}
        }
        return answer;
    }

    private GatewayResponse exchange(GatewayRequest call) {
        // A request's own time-out ends with the answer's first line; this one covers a body that never ends as well.
        var exchange = client.sendAsync(request(call), BodyHandlers.ofByteArray());
        try {
            var response = exchange.get(timeouts.call().toNanos(), NANOSECONDS);
            return new GatewayResponse(call, response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new NoResponse("within " + timeouts.call().toMillis() + " ms", call, address, e);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new NoResponse("at all (" + cause.getClass().getSimpleName() + ")", call, address, cause);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoResponse("before the thread was interrupted", call, address, e);
        }
    }

    private HttpRequest request(GatewayRequest call) {
        var body = call.body();
        var request = HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/$", "") + call.path()))
                .header("Accept", "application/json, application/problem+json")
                .method(
                        call.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body)));
        call.headers().forEach(request::header);
        return request.build();
    }
}
