package dev.treaty.stubs.mcp.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The admin API of a stub server on this machine. */
public final class RunningServer {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 64 << 20;
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Optional<String> token;

    /** Without a proxy and without following redirects, so that nothing leaves this machine. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST)
            .build();

    /**
     * @param address see {@link LoopbackAddress}
     * @param token of its admin API; empty if it needs none
     */
    public RunningServer(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** Its main address. */
    public URI address() {
        return address;
    }

    /** What a path of the admin API has, e.g. {@code "requests"}. */
    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /**
     * Sends a request to the admin API.
     *
     * @param path after {@code /__admin/}, encoded
     * @param body JSON, or empty
     * @return the JSON of the response; a missing node if it has none
     * @throws ServerFailure if there is no server, or it refuses
     */
    JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(address.resolve("/__admin/" + path))
                .timeout(LONGEST)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8))
                .header("Content-Type", "application/json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            var json = read(response);
            if (response.statusCode() < OK || response.statusCode() >= REDIRECTION) {
                throw ServerFailure.refused(address, method, path, response.statusCode(), json);
            }
            return json;
        } catch (IOException | UncheckedIOException e) {
            throw ServerFailure.unreachable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServerFailure.unreachable(address, e);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> response) throws IOException {
        try (var stream = response.body()) {
            return JSON.readTree(stream.readNBytes(MOST_BYTES));
        } catch (JacksonException e) {
            return JSON.missingNode(); // WireMock answers with text, or this is another server
        }
    }
}
