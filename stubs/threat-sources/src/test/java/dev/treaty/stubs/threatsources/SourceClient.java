package dev.treaty.stubs.threatsources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/**
 * A client of one source.
 *
 * @param headers of every request, the key among them
 */
record SourceClient(String url, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static String newKey() {
        return "test-key-" + UUID.randomUUID();
    }

    Reply get(String path) {
        return send("GET", path, "application/json", "");
    }

    Reply delete(String path) {
        return send("DELETE", path, "application/json", "");
    }

    Reply postForm(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    Reply postJson(String path, String json) {
        return send("POST", path, "application/json", json.replace('\'', '"'));
    }

    Reply postFile(String path, String name, String content) {
        var form = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--part--\r\n"
                .formatted(name, content);
        return send("POST", path, "multipart/form-data; boundary=part", form);
    }

    void advance(String duration) {
        postJson("/__treaty/clock", "{'advance': '%s'}".formatted(duration));
    }

    /** From now on, one request is answered in an hour. */
    void limitToOneRequest() {
        postJson("/__treaty/limit", "{'requests': 1, 'per': 'PT1H'}");
    }

    private Reply send(String method, String path, String contentType, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", contentType);
        headers.forEach(request::header);
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the source responded. */
    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        /** The value at a pointer (RFC 6901), e.g. {@code "/data/id"}. */
        JsonNode at(String pointer) {
            try {
                return JSON.readTree(response.body()).at(pointer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text at a pointer. */
        String text(String pointer) {
            return at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + at("");
        }
    }
}
