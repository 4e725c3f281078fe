package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The access log has one line of JSON for each request. */
class AccessLogTest {

    private final StringWriter log = new StringWriter();

    @Test
    void an_unmatched_request_is_logged() {
        try (var stub = server(log)) {
            send(stub, "/x?page=2");

            var line = line(1);
            assertThat(Instant.parse(line.getString("time"))).isBefore(Instant.now());
            assertThat(line.getString("remote")).isEqualTo("127.0.0.1");
            assertThat(line.getString("method")).isEqualTo("GET");
            assertThat(line.getString("path")).isEqualTo("/x");
            assertThat(line.getString("provider")).isEqualTo("api");
            assertThat(line.getString("outcome")).isEqualTo("miss");
            assertThat(line.getInt("status")).isEqualTo(404);
            assertThat(line.getDouble("milliseconds")).isPositive();
        }
    }

    @Test
    void a_matched_request_is_logged_with_its_interaction() {
        try (var stub = server(log)) {
            send(stub, "/x");

            var line = line(1);
            assertThat(line.getString("outcome")).isEqualTo("match");
            assertThat(line.getString("consumer")).isEqualTo("web");
            assertThat(line.getString("interaction")).isEqualTo("a GET of /x");
            assertThat(line.getInt("status")).isEqualTo(200);
            assertThat(line.getInt("bytes")).isEqualTo("hello".length());
        }
    }

    @Test
    void faults_admin_requests_and_malformed_requests_are_logged() {
        try (var stub = server(log)) {
            send(stub, "/x", "Stub-Fault: empty");
            assertThat(line(1).getString("fault")).isEqualTo("empty");
            assertThat(line(1).getString("status")).isNull();
            given().get(stub.url() + "/__admin/mappings");
            assertThat(line(2).getString("outcome")).isEqualTo("admin");
            RawHttp.send(stub.port(), new Request("NO HTTP", "/x", List.of(), ""));
            assertThat(line(3).getString("outcome")).isEqualTo("refused");
            assertThat(line(3).getInt("status")).isEqualTo(400);
        }
    }

    @Test
    void secrets_are_masked() {
        try (var stub = server(log)) {
            send(stub, "/x?api%5Fkey=k3y&Token=t0ken&page=2", "Authorization: Bearer s3cr3t");

            assertThat(line(1).getString("query")).isEqualTo("api%5Fkey=***&Token=***&page=2");
            assertThat(log.toString()).doesNotContain("k3y", "t0ken", "s3cr3t");
        }
    }

    @Test
    void a_path_with_an_encoded_line_break_stays_on_one_line() {
        try (var stub = server(log)) {
            send(stub, "/%0A%22x");

            assertThat(line(1).getString("path")).isEqualTo("/%0A%22x");
        }
    }

    @Test
    void requests_are_answered_even_if_the_log_cannot_be_written() {
        try (var stub = server(new FullDisk())) {
            assertThat(send(stub, "/x")).isEqualTo("hello");
            assertThat(send(stub, "/x")).isEqualTo("hello");
        }
    }

    private JsonPath line(int number) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> log.toString().lines().count() >= number);
        return JsonPath.from(log.toString().lines().toList().get(number - 1));
    }

    private static String send(ReplayServer stub, String target, String... headers) {
        return RawHttp.send(stub.url("api").getPort(), Request.get(target, headers))
                .text();
    }

    private static ReplayServer server(Writer log) {
        var contract = PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/x", "hello")));
        return ReplayServer.builder()
                .pacts(List.of(contract))
                .listen("api", 0)
                .accessLog(log)
                .start();
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
