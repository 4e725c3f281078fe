package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentRequestsTest {

    private static final int INTERACTIONS = 20;
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    /** pact-jvm's interactions are not thread-safe, not even for reading, so the first concurrent reads are the dangerous ones. */
    @Test
    void concurrent_requests_get_their_own_responses() throws Exception {
        var interactions = IntStream.range(0, INTERACTIONS)
                .mapToObj(i -> http("payment " + i, payment(i), text("paid " + i)))
                .toArray(String[]::new);
        var calls = new ArrayList<Callable<String>>();
        var expected = new ArrayList<String>();
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pact("c", "p", interactions))))
                .listen("p", 0)
                .start()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var i = 0; i < INTERACTIONS; i++) {
                    var body = "{\"order\": %d, \"amount\": %d}".formatted(i, round);
                    calls.add(() -> RawHttp.send(
                                    stub.url("p").getPort(), Request.post("/payments", "application/json", body))
                            .text());
                    expected.add("paid " + i);
                }
            }
            var threads = Executors.newFixedThreadPool(16);
            try {
                var responses = new ArrayList<String>();
                for (var response : threads.invokeAll(calls)) {
                    responses.add(response.get());
                }
                assertThat(responses).isEqualTo(expected);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static String payment(int order) {
        return """
                {"method": "POST", "path": "/payments", "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"order": %d, "amount": 1}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$.amount": {"combine": "AND", "matchers": [{"match": "integer"}]}}}}""".formatted(order);
    }
}
