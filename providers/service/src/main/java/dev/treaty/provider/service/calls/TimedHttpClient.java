package dev.treaty.provider.service.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to other services. One limit holds for a whole call, from the connection to the last byte of the response: java.net.http's
 * own time-out ends with the header, so that a body which never ends would keep its caller for ever.
 */
public final class TimedHttpClient {

    private static final Logger LOG = LoggerFactory.getLogger(TimedHttpClient.class);
    private static final int IGNORED = 64 << 10;

    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long a call may take */
    public TimedHttpClient(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /**
     * The body at an address.
     *
     * @param largest how many of its bytes are read; the rest is ignored
     * @return empty if the status is another one than 200
     * @throws HttpTimeoutException if the call takes too long
     * @throws IOException if there is no response, or it ends early
     */
    public Optional<byte[]> body(URI address, int largest) throws IOException, InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var response = sent(HttpRequest.newBuilder(address));
        try {
            var body = read(response.body(), largest, end);
            return response.statusCode() == 200 ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            throw System.nanoTime() < end ? e : new HttpTimeoutException("the response took too long");
        }
    }

    /**
     * Sends a request whose response matters by its status alone, however its body turns out.
     *
     * @throws HttpTimeoutException if the status does not arrive in time
     * @throws IOException if there is no response
     */
    public int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var response = sent(request);
        try {
            // A connection can be used again only if the body has been read
            read(response.body(), IGNORED, end);
        } catch (IOException e) {
            LOG.debug("the body of a response ended early", e);
        }
        return response.statusCode();
    }

    private HttpResponse<InputStream> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(patience).build(), BodyHandlers.ofInputStream());
    }

    /** Closing the stream is what ends a read that takes too long. */
    private static byte[] read(InputStream body, int largest, long end) throws IOException {
        try (body) {
            var limit = CompletableFuture.runAsync(
                    () -> close(body),
                    CompletableFuture.delayedExecutor(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            try {
                return body.readNBytes(largest);
            } finally {
                limit.cancel(false);
            }
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
