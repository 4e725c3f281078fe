package dev.treaty.consumer.apigateway.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The connection to a service behind the gateway.
 *
 * <p>Each call is sent once: the gateway decides whether to send it again, because it knows how long its own caller will
 * wait. (java.net.http itself resends only a GET, and only if its connection breaks before the response begins.)
 * No redirect is followed, so no token reaches an unintended server.
 */
public final class ServiceConnection {

    /** The largest response body, in bytes: far more than any needs, and far less than the gateway's memory. */
    public static final int LARGEST_BODY = 1 << 20;

    private final ServiceAddress service;
    private final Timeouts timeouts;
    private final HttpClient client;

    public ServiceConnection(String name, URI address, Timeouts timeouts) {
        this.service = new ServiceAddress(name, address);
        this.timeouts = timeouts;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                // Otherwise each call over plain HTTP carries hop-by-hop headers that offer an upgrade to HTTP/2.
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public <T> ServiceResponse<T> send(ServiceRequest call, SuccessReader<T> reader) {
        var complaint = new FailureExplanation(service, call);
        // A request's own time-out covers only the response's headers; this one also covers a body that never ends.
        var exchange = client.sendAsync(request(call), BoundedBody.of(LARGEST_BODY));
        try {
            return interpret(exchange.get(timeouts.call().toNanos(), NANOSECONDS), reader, complaint);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return complaint.timedOut(timeouts);
        } catch (ExecutionException e) {
            return failure(e, complaint);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return complaint.interrupted();
        }
    }

    private HttpRequest request(ServiceRequest call) {
        var body = call.body().map(Json::write).map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody());
        var request = HttpRequest.newBuilder(service.resolve(call.target())).method(call.method(), body);
        request.header("X-Request-Id", call.requestId().value());
        call.headers().forEach(request::header);
        return request.build();
    }

    private static <T> ServiceResponse<T> failure(ExecutionException e, FailureExplanation complaint) {
        if (isTooLarge(e)) {
            return complaint.tooLarge(LARGEST_BODY);
        }
        return notReached(e) ? complaint.unreachable() : complaint.disconnected();
    }

    /** java.net.http wraps an exception that ends a body. */
    private static boolean isTooLarge(Throwable e) {
        return e instanceof BoundedBody.TooLarge || (e.getCause() != null && isTooLarge(e.getCause()));
    }

    private static boolean notReached(ExecutionException e) {
        var cause = e.getCause();
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private static <T> ServiceResponse<T> interpret(
            HttpResponse<byte[]> response, SuccessReader<T> reader, FailureExplanation complaint) {
        return switch (response.statusCode() / 100) {
            case 2 -> success(response, reader, complaint);
            case 4 ->
                new ServiceResponse.Refused<>(Problem.of(response.statusCode(), response.headers(), response.body()));
            case 5 -> complaint.failed(response);
            default -> complaint.unreadable(response, "the contract has no such status");
        };
    }

    private static <T> ServiceResponse<T> success(
            HttpResponse<byte[]> response, SuccessReader<T> reader, FailureExplanation complaint) {
        try {
            return new ServiceResponse.Success<>(reader.read(response));
        } catch (UnreadableResponse e) {
            return complaint.unreadable(response, e.complaint());
        }
    }
}
