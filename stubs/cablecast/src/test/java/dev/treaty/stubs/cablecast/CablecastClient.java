package dev.treaty.stubs.cablecast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A client of Cablecast's API.
 *
 * @param authorization empty for a client without credentials
 */
record CablecastClient(String url, String authorization) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/cablecastapi/v1";

    /** A client with a station of its own. */
    static CablecastClient withNewStation(String url) {
        return withPassword(url, "user-" + UUID.randomUUID(), "secret");
    }

    static CablecastClient withPassword(String url, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new CablecastClient(url, "Basic " + credentials);
    }

    CablecastClient withoutCredentials() {
        return new CablecastClient(url, "");
    }

    Reply get(String path) {
        return getFromRoot(API + path);
    }

    /** Like {@link #get}, with a path from the server's root. */
    Reply getFromRoot(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    Reply post(String path, Map<String, ?> body) {
        return send("POST", API + path, "application/json", json(body));
    }

    Reply put(String path, Map<String, ?> body) {
        return send("PUT", API + path, "application/json", json(body));
    }

    Reply delete(String path) {
        return send("DELETE", API + path, "application/json", BodyPublishers.noBody());
    }

    /** Creates a resource; returns its id. */
    int create(String path, String root, Map<String, ?> fields) {
        var reply = post(path, Map.of(root, fields));
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return reply.body().path(root).path("id").asInt();
    }

    Reply sendSegment(int upload, int segment, byte[] bytes) {
        var form = new ByteArrayOutputStream();
        form.writeBytes("--part\r\nContent-Disposition: form-data; name=\"segment\"\r\n\r\n%d\r\n"
                .formatted(segment)
                .getBytes(UTF_8));
        form.writeBytes(
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--part--\r\n".getBytes(UTF_8));
        return send(
                "POST",
                API + "/fileuploads/" + upload + "/upload",
                "multipart/form-data; boundary=part",
                BodyPublishers.ofByteArray(form.toByteArray()));
    }

    void advance(String duration) {
        control("/clock", Map.of("advance", duration));
    }

    Reply control(String path, Map<String, ?> body) {
        return send("POST", "/__treaty" + path, "application/json", json(body));
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply send(String method, String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body)
                .header("Accept", "application/json")
                .header("Content-Type", contentType);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server responded; the body is missing if there is none. */
    record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {

        static Reply of(HttpResponse<byte[]> response) throws IOException {
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
