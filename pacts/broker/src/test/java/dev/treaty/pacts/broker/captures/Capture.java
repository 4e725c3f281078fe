package dev.treaty.pacts.broker.captures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An answer of the real broker.
 *
 * @param target path and query of the request
 */
public record Capture(String method, String target, int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads one of {@code src/test/resources/captures}. */
    public static Capture named(String name) {
        try {
            var parts = Files.readString(Path.of("src/test/resources/captures", name + ".http"))
                    .split("\n\n", 3);
            var request = parts[0].split(" ", 2);
            return new Capture(request[0], request[1], Integer.parseInt(parts[1].substring(4, 7)), parts[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
