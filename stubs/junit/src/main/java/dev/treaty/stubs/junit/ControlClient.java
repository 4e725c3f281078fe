package dev.treaty.stubs.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.http.provider.ProviderReplay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Controls the replay of a vendor with the credentials of one account. */
final class ControlClient {

    /** To advance a clock may take long, because the application is waited for. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI vendor;
    private final String authorization;

    ControlClient(URI vendor, String authorization) {
        this.vendor = vendor;
        this.authorization = authorization;
    }

    JsonNode get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    JsonNode post(String path, String json) {
        return send(
                path,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .header("Content-Type", "application/json"));
    }

    private JsonNode send(String path, HttpRequest.Builder request) {
        var url = URI.create(vendor + ProviderReplay.CONTROL_PATH + "/" + path);
        try {
            var response = HTTP.send(
                    request.uri(url)
                            .timeout(TIMEOUT)
                            .header("Authorization", authorization)
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new ControlFailed(
                        url, "The response was %d: %s".formatted(response.statusCode(), response.body()), null);
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new ControlFailed(url, "There was no response.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlFailed(url, "The test was interrupted.", e);
        }
    }
}
