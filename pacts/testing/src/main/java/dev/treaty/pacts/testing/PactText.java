package dev.treaty.pacts.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pact files as text, so that a test shows the content of the file. */
public final class PactText {

    private PactText() {}

    /** A pact of specification V4. */
    public static String pact(String consumer, String provider, String... interactions) {
        return """
                {"consumer": {"name": "%s"},
                 "provider": {"name": "%s"},
                 "interactions": [
                %s
                 ],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, provider, String.join(",\n", interactions));
    }

    /** An HTTP interaction with its request and response as JSON. */
    public static String http(String description, String request, String response) {
        return http(description, "[]", request, response);
    }

    /** An HTTP interaction with provider states. */
    public static String http(String description, String states, String request, String response) {
        return """
                {"type": "Synchronous/HTTP", "description": "%s", "providerStates": %s, "request": %s, "response": %s}""".formatted(description, states, request, response);
    }

    /** A GET request with a text response. */
    public static String get(String path, String response) {
        return http("a GET of " + path, "{\"method\": \"GET\", \"path\": \"" + path + "\"}", text(response));
    }

    /** A text response. */
    public static String text(String body) {
        return """
                {"status": 200,
                 "headers": {"Content-Type": ["text/plain"]},
                 "body": {"content": "%s", "contentType": "text/plain", "encoded": false}}""".formatted(body);
    }

    /** Writes pacts to {@code 1.json}, {@code 2.json} and so on. */
    public static List<Path> files(Path folder, String... pacts) {
        var files = new ArrayList<Path>();
        for (var pact : pacts) {
            files.add(write(folder, (files.size() + 1) + ".json", pact));
        }
        return files;
    }

    /** Writes a file. */
    public static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
