package dev.treaty.stubs.server;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no person writes: whatever is wrong with one of them, the good ones beside it are served. */
class UnusualContractsTest {

    @TempDir
    Path folder;

    @Test
    void the_good_file_beside_them_is_checked() throws IOException {
        for (var file : unusual().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        write("good", good("good"));

        var check = CommandRun.of("check", folder.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("GET    /good -> 200")
                .contains("it has too many objects and lists inside each other", "a number has more than 10,000 digits")
                .doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(");
    }

    @Test
    void the_good_file_beside_them_is_served_and_what_comes_later_is_live() throws Exception {
        write("good", good("good"));
        for (var file : unusual().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        try (var serve = RunningServe.with("--port", "0", "--pacts", folder.toString(), "--listen", "good=0")) {
            assertThat(get(serve.url("good") + "/good").asString()).isEqualTo("here");
            assertThat(serve.until("it says which, and why")).contains("cannot be served as written.");

            write("deep-again", deep(100_000));
            write("later", good("later"));

            var later = serve.mainUrl("good").resolve("/later/later");
            await().atMost(Duration.ofSeconds(90)).until(() -> get(later).statusCode() == 200);
        }
    }

    private static Map<String, String> unusual() {
        var files = new LinkedHashMap<String, String>();
        files.put("deep", deep(1_200));
        files.put("deeper", deep(100_000));
        files.put("number", body("number", "1".repeat(5_000)));
        files.put("longer-number", body("longer-number", "1".repeat(50_000)));
        files.put("key", body("key", "{\"" + "k".repeat(60_000) + "\": 1}"));
        files.put("path", rule("path", "$" + ".a".repeat(20_000)));
        files.put("index", rule("index", "$[99999999999]"));
        files.put("not-a-path", rule("not-a-path", "$..["));
        files.put("regex", path("regex", "/" + "(a|b)*".repeat(2_000)));
        files.put("charset", body("charset", "1").replace("application/json", "text/plain; charset=klingon"));
        return files;
    }

    private static String good(String name) {
        return pact(name, """
                {"type": "Synchronous/HTTP", "description": "good", "request": {"method": "GET", "path": "/%s"},
                 "response": {"status": 200, "body": {"contentType": "text/plain", "encoded": false, "content": "here"}}}""".formatted(name));
    }

    private static String deep(int levels) {
        return body("deep", "[".repeat(levels) + "]".repeat(levels));
    }

    /** The content is in a request and in a response, and there are enough such requests to be told apart by their contents. */
    private static String body(String name, String content) {
        var body = "{\"contentType\": \"application/json\", \"encoded\": false, \"content\": " + content + "}";
        var interactions = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            interactions.append(i == 0 ? "" : ",\n").append("""
                    {"type": "Synchronous/HTTP", "description": "%d", "request": {"method": "POST", "path": "/x", "body": %s},
                     "response": {"status": 200, "body": %s}}""".formatted(i, body, body));
        }
        return pact(name, interactions.toString());
    }

    private static String rule(String name, String path) {
        return body(name, "{}").replace("\"path\": \"/x\"", """
                "path": "/x", "matchingRules": {"body": {"%s": {"matchers": [{"match": "type"}]}}}""".formatted(path));
    }

    private static String path(String name, String path) {
        return good(name).replace("\"path\": \"/" + name + "\"", "\"path\": \"" + path + "\"");
    }

    private static String pact(String provider, String interactions) {
        return """
                {"consumer": {"name": "web"}, "provider": {"name": "%s"},
                 "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(provider, interactions);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), text);
    }
}
