package dev.treaty.consumer.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.treaty.consumer.http.HttpApiException.NoReply;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.pacts.errors.ErrorMessage;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * An API over HTTP/1.1: sends calls with the headers that all of them have. Safe to share between threads.
 *
 * <p>Each call is sent once: its caller knows whether and when to repeat it. (java.net.http itself resends only a GET, and only if its
 * connection breaks before the response begins.) No redirect is followed, so no token reaches an unintended server.
 */
public final class HttpApi {

    /** The largest response body, in bytes: far more than a page of any list has, and far less than a JVM's memory. */
    public static final int LARGEST_BODY = 16 << 20;

    /** Field values of RFC 9110, section 5.5, in ASCII. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");

    private final String server;
    private final URI address;
    private final Map<String, String> headers;
    private final Timeouts timeouts;
    private final HttpClient client;

    /**
     * A client of one server; it connects on the first call.
     *
     * @param server its name for people: {@code "Cablecast"}
     * @param address an http or https URL without user, password and query; a path prefixes those of all calls
     * @param headers of all calls, such as {@code Accept} and {@code Authorization}; never shown
     * @throws IllegalArgumentException if the address or a header cannot be sent; the message shows neither
     */
    public HttpApi(String server, URI address, Map<String, String> headers, Timeouts timeouts) {
        checkAddress(server, address);
        headers.forEach((name, value) -> checkHeader(server, name, value));
        this.server = server;
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.timeouts = timeouts;
        this.client = HttpClient.newBuilder()
                // Otherwise each call over plain HTTP carries hop-by-hop headers that offer an upgrade to HTTP/2.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /**
     * Sends a call and waits for the whole response.
     *
     * @throws NoReply if the server cannot be reached, closes the connection, or has not sent the last byte in time
     * @throws UnreadableReply if the body is larger than {@link #LARGEST_BODY}
     */
    public HttpReply send(HttpCall call) {
        var origin = new HttpOrigin(server, address, call);
        // A request's own time-out covers only the response's headers; this one also covers a body that never ends.
        var exchange = client.sendAsync(request(call, origin.uri()), BoundedBody.of(LARGEST_BODY));
        try {
            var response = exchange.get(timeouts.response().toNanos(), NANOSECONDS);
            return new HttpReply(origin, response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw origin.timedOut(timeouts.response());
        } catch (ExecutionException e) {
            throw failure(e, origin);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw origin.interrupted(e);
        }
    }

    private HttpRequest request(HttpCall call, URI uri) {
        var body = call.content()
                .map(content -> BodyPublishers.ofByteArray(content.bytes()))
                .orElse(BodyPublishers.noBody());
        var request = HttpRequest.newBuilder(uri).method(call.method(), body);
        headers.forEach(request::setHeader);
        call.content().ifPresent(content -> request.setHeader("Content-Type", content.mediaType()));
        call.headers().forEach((name, value) -> {
            checkHeader(server, name, value);
            request.setHeader(name, value);
        });
        return request.build();
    }

    private static HttpApiException failure(ExecutionException e, HttpOrigin origin) {
        if (isTooLarge(e)) {
            return origin.tooLarge(LARGEST_BODY);
        }
        var cause = e.getCause();
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? origin.unreachable(cause)
                : origin.disconnected(cause);
    }

    /** java.net.http wraps an exception that ends a body. */
    private static boolean isTooLarge(Throwable e) {
        return e instanceof BoundedBody.TooLarge || (e.getCause() != null && isTooLarge(e.getCause()));
    }

    private static void checkAddress(String server, URI address) {
        var isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!isHttp || address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "%s has an address that is not a plain http or https URL (not shown, because it may contain a password)."
                                    .formatted(server),
                            "the client's settings",
                            "write it like https://api.example.com, without user, password and query")
                    .toString());
        }
    }

    /** java.net.http would quote the whole value, which may be a token, in its error message. */
    private static void checkHeader(String server, String name, String value) {
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A header has characters that cannot be sent (it is not shown, because it may be a secret).",
                            "header %s of a call to %s".formatted(name, server),
                            "check the token or key; often, a line break was copied with it")
                    .toString());
        }
    }
}
