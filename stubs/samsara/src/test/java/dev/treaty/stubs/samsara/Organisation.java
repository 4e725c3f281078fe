package dev.treaty.stubs.samsara;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An organisation that no other test uses, with a stub server that all tests share and no contract can answer for.
 *
 * @param token its API token
 */
record Organisation(String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Organisation create() {
        return new Organisation("samsara_api_" + UUID.randomUUID());
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, Object body) {
        return send("POST", path, Json.tree(body).toString());
    }

    Reply patch(String path, Object body) {
        return send("PATCH", path, Json.tree(body).toString());
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /** Advances the organisation's clock by an ISO 8601 duration; all that becomes due is done when this returns. */
    void advance(String duration) {
        post("/__treaty/clock", Map.of("advance", duration)).requireSuccess();
    }

    /** The time of the organisation's clock. */
    Instant now() {
        return Instant.parse(
                get("/__treaty/clock").requireSuccess().body().path("now").asText());
    }

    /** The id of a new vehicle. */
    String newVehicle(double latitude, double longitude) {
        var vehicle = Map.of("name", "Truck 9", "latitude", latitude, "longitude", longitude);
        return post("/__treaty/vehicles", vehicle)
                .requireSuccess()
                .data()
                .path("id")
                .asText();
    }

    /** Has a vehicle drive to a place. */
    void drive(String vehicle, double latitude, double longitude) {
        post("/__treaty/vehicles/" + vehicle + "/drive", Map.of("latitude", latitude, "longitude", longitude))
                .requireSuccess();
    }

    private Reply send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(Server.URL + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return Reply.of(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server responded; the body is missing if there is none. */
    record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {

        static Reply of(HttpResponse<byte[]> response) {
            var bytes = response.body();
            return new Reply(
                    response.statusCode(), bytes.length == 0 ? MissingNode.getInstance() : Json.parse(bytes), response);
        }

        JsonNode data() {
            return body.path("data");
        }

        String message() {
            return body.path("message").asText();
        }

        String endCursor() {
            return body.path("pagination").path("endCursor").asText();
        }

        boolean hasNextPage() {
            return body.path("pagination").path("hasNextPage").asBoolean();
        }

        Reply requireSuccess() {
            if (status / 100 != 2) {
                throw new AssertionError(status + " " + body);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** Started when it is used for the first time; ends with the tests' JVM. */
    private static final class Server {

        private static final String NOTHING =
                "{\"consumer\":{\"name\":\"nobody\"},\"provider\":{\"name\":\"samsara\"},\"interactions\":[],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}}}";

        static final URI URL = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("nobody-samsara.json"), NOTHING)))
                .listen("samsara", 0)
                .start()
                .url("samsara");
    }

    /** As bytes, for what is signed. */
    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
