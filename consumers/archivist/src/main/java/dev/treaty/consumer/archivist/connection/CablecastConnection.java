package dev.treaty.consumer.archivist.connection;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Sends requests to Cablecast: with credentials where it requires them, always with a time-out, and only once. */
public final class CablecastConnection {

    private static final String API = "/cablecastapi/v1";

    private final String server;
    private final Credentials credentials;
    private final Duration timeOut;
    private final HttpClient http;

    public CablecastConnection(URI server, Credentials credentials, Timeouts timeOuts) {
        if (server.getHost() == null
                || server.getScheme() == null
                || !server.getScheme().matches("https?")) {
            throw new IllegalArgumentException("The server must be an http or https address");
        }
        if (server.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The server's address must not contain credentials: they would appear in messages");
        }
        this.server = server.toString().replaceFirst("/+$", "");
        this.credentials = credentials;
        this.timeOut = timeOuts.request();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeOuts.connect())
                .build();
    }

    public CablecastResponse get(String path, Query query) {
        return send(request(path + query).GET().build());
    }

    /** Posts one resource, wrapped in its root as Cablecast requires. */
    public CablecastResponse post(String path, String root, Object resource) {
        var request = request(path).header("Content-Type", "application/json");
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        return send(request.POST(BodyPublishers.ofString(json(Map.of(root, resource))))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        // Without Accept, Cablecast may respond in XML.
        return HttpRequest.newBuilder(URI.create(server + API + path)).header("Accept", "application/json");
    }

    private static String json(Object value) {
        try {
            return CablecastResponse.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private CablecastResponse send(HttpRequest request) {
        var where = request.method() + " " + request.uri();
        var response = exchange(request, where);
        return CablecastResponse.of(response.statusCode(), response.body(), credentials.subject(), where);
    }

    /** HttpRequest's own time-out covers only the response's headers; this one also covers the body. */
    private HttpResponse<byte[]> exchange(HttpRequest request, String where) {
        var exchange = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return exchange.get(timeOut.toNanos(), NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new Unavailable("Cablecast did not respond within %s.".formatted(timeOut), where, e);
        } catch (ExecutionException e) {
            throw new Unavailable("Cablecast cannot be reached: %s.".formatted(e.getCause()), where, e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("The wait for Cablecast was interrupted.", where, e);
        }
    }
}
