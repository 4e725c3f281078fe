package dev.treaty.stubs.stripe.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.stripe.surface.SurfaceValidator;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An account that no other test sees. Each response that is not an error must satisfy the data. */
public final class TestAccount {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String url;
    private final String key = "sk_test_" + UUID.randomUUID().toString().replace("-", "");

    /** @param url of the replay, without a slash at the end */
    public TestAccount(String url) {
        this.url = url;
    }

    /** The account's secret key. */
    public String key() {
        return key;
    }

    /** Reads; parameters as in {@link #post}. */
    public TestResponse get(String path, Object... parameters) {
        var query = form(parameters);
        return send("GET", path + (query.isEmpty() ? "" : "?" + query), "", List.of());
    }

    /**
     * Creates or changes.
     *
     * @param parameters names and values in turn, e.g. {@code "metadata[order]", 42}
     */
    public TestResponse post(String path, Object... parameters) {
        return send("POST", path, form(parameters), List.of());
    }

    /** The same with an idempotency key. */
    public TestResponse postOnce(String idempotencyKey, String path, Object... parameters) {
        return send("POST", path, form(parameters), List.of("Idempotency-Key", idempotencyKey));
    }

    /** Deletes. */
    public TestResponse delete(String path) {
        return send("DELETE", path, "", List.of());
    }

    /**
     * Advances the account's clock.
     *
     * @param duration ISO 8601, e.g. {@code "PT1H"}
     */
    public void advance(String duration) {
        var body = "{\"advance\": \"%s\"}".formatted(duration);
        assertThat(send("POST", "/__treaty/clock", body, List.of()).status()).isEqualTo(200);
    }

    private TestResponse send(String method, String path, String body, List<String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        }
        for (var i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        var response = exchange(request.build());
        var json = Json.parse(response.body());
        if (response.statusCode() < 300 && path.startsWith("/v1/")) {
            assertThat(new SurfaceValidator(Surface.get()).problems(json))
                    .as(method + " " + path)
                    .isEmpty();
        }
        return new TestResponse(response.statusCode(), json, response.headers());
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String form(Object... parameters) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < parameters.length; i += 2) {
            pairs.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(String.valueOf(text), UTF_8);
    }
}
