package dev.treaty.consumer.environmentconsole.connection;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Sends calls on behalf of one caller. */
public final class ClonerConnection {

    private final URI address;
    private final Optional<AccessToken> token;
    private final Timeouts timeouts;
    private final HttpClient client;

    /**
     * A connection; nothing is sent yet.
     *
     * @param address of the service, e.g. {@code http://127.0.0.1:8090}
     * @param token empty for a caller who has none
     */
    public ClonerConnection(URI address, Optional<AccessToken> token, Timeouts timeouts) {
        this.address = address;
        this.token = token;
        this.timeouts = timeouts;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                // Otherwise each call over plain HTTP offers an upgrade to HTTP/2, which the service does not speak.
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Sends a call and returns the response, whatever its status.
     *
     * @throws NoResponse if there is none in time
     */
    public ClonerResponse send(ClonerRequest call) {
        // A request's own time-out covers only the response's headers; this one also covers a body that never ends.
        var exchange = client.sendAsync(request(call), BodyHandlers.ofByteArray());
        try {
            var response = exchange.get(timeouts.call().toNanos(), NANOSECONDS);
            return new ClonerResponse(call, response.statusCode(), response.headers(), response.body());
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

    private HttpRequest request(ClonerRequest call) {
        var body = call.body();
        var request = HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/$", "") + call.path()))
                .header("Accept", "application/json, application/problem+json")
                .method(
                        call.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body)));
        call.headers().forEach(request::header);
        token.ifPresent(present -> request.header("Authorization", "Bearer " + present.value()));
        return request.build();
    }
}
