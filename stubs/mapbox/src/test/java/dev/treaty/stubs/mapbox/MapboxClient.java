package dev.treaty.stubs.mapbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A client of Mapbox's APIs, with a token of its own. */
record MapboxClient(String url, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static MapboxClient withNewToken(String url) {
        return new MapboxClient(url, "pk." + UUID.randomUUID());
    }

    /** @param path with a query, or without one */
    Reply get(String path) {
        return send("GET", path + (path.contains("?") ? "&" : "?") + "access_token=" + token, "application/json", "");
    }

    Reply post(String path, String contentType, String body) {
        return send("POST", path + "?access_token=" + token, contentType, body);
    }

    Reply control(String path, String body) {
        return send("POST", "/__treaty" + path, "application/json", body);
    }

    Reply forward(String address) {
        return get("/search/geocode/v6/forward?q=" + URLEncoder.encode(address, UTF_8));
    }

    private Reply send(String method, String path, String contentType, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Accept", "application/json")
                .header("Content-Type", contentType);
        if (path.startsWith("/__treaty")) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server responded. */
    record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** E.g. {@code "422 InvalidInput"}. */
        String code() {
            return status + " " + body.path("code").asText();
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
