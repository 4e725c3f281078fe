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

/** Sends calls, and throws the failures that any of them may have. */
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
     * Sends a call and returns the gateway's response.
     *
     * @throws NoResponse if there is none in time
     * @throws SessionExpired if the gateway no longer accepts the call's token
     * @throws TooManyRequests if a rate limit is exceeded
     * @throws ServiceUnavailable if the gateway, or a service behind it, is down
     */
    public GatewayResponse send(GatewayRequest call) {
        var response = exchange(call);
        // By status, not by problem type: a proxy in front of the gateway uses these, too, without a problem document.
        switch (response.status()) {
            case 401 -> {
                var challenge = BearerChallenge.of(response);
                if (call.hasToken() && challenge.saysTokenIsInvalid()) {
                    throw new SessionExpired(call);
                }
            }
            case 429 -> throw new TooManyRequests(call, response.retryAfter(), RateLimit.of(response));
            case 503 -> throw new ServiceUnavailable(call, response.retryAfter());
            default -> {}
        }
        return response;
    }

    private GatewayResponse exchange(GatewayRequest call) {
        // A request's own time-out covers only the response's headers; this one also covers a body that never ends.
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
