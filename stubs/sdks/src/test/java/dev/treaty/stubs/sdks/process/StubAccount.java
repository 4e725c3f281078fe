package dev.treaty.stubs.sdks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * An account that no other test uses, and what a test may do to its world through the control API ({@code /__treaty/…}).
 *
 * @param url where the vendor is served, without a slash at the end
 * @param user Stripe's API key, Twilio's account SID, Cablecast's user
 * @param password Twilio's auth token, Cablecast's password; empty for Stripe
 */
public record StubAccount(URI url, String user, String password) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A new API key of Stripe. */
    public static StubAccount stripe(PackagedStubs stubs) {
        return stripe(stubs.url("stripe"));
    }

    /** The same at another address of the server. */
    public static StubAccount stripe(URI url) {
        return new StubAccount(url, "sk_test_" + random(), "");
    }

    /** A new account of Twilio. */
    public static StubAccount twilio(PackagedStubs stubs) {
        return twilio(stubs.url("twilio"));
    }

    /** The same at another address of the server. */
    public static StubAccount twilio(URI url) {
        return new StubAccount(url, "AC" + random(), random());
    }

    /** A new user of Cablecast. */
    public static StubAccount cablecast(PackagedStubs stubs) {
        return new StubAccount(stubs.url("cablecast"), "user-" + random(), random());
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return password.isEmpty()
                ? "Bearer " + user
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** Advances the world's clock; all that became due is done when this returns, deliveries included. */
    public void advance(Duration duration) {
        post("/__treaty/clock", Map.of("advance", duration.toString()));
    }

    /** Posts JSON, e.g. to {@code "/__treaty/inbound/messages"}; returns the body of the response, whose status must be 2xx. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, "application/json", bytes(body));
    }

    /** Puts JSON; returns the body of the response, whose status must be 2xx. */
    public JsonNode put(String path, Object body) {
        return send("PUT", path, "application/json", bytes(body));
    }

    /** Posts a body that is not JSON, e.g. a multipart form; returns the body of the response, whose status must be 2xx. */
    public JsonNode post(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, body);
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String method, String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Gets JSON, e.g. {@code "/__treaty/webhooks"}; the status of the response must be 2xx. */
    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response =
                    HTTP.send(request.header("Authorization", authorization()).build(), BodyHandlers.ofString(UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response.request().method() + " " + response.uri() + ": "
                        + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
