package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    /** A machine that is busy may not get one response in it, but waits for the outstanding ones afterwards. */
    private static final LoadRound SHORT = LoadRound.immediate(Duration.ofMillis(50));

    /** Long enough for several connections one after the other, on a busy machine, too. */
    private static final LoadRound LONGER = LoadRound.immediate(Duration.ofMillis(500));

    private static final List<ExpectedResponse> EXPECTED = List.of(
            ExpectedResponse.to("GET /v1/customers/cus_1 HTTP/1.1\r\nHost: localhost\r\n\r\n", "{\"id\":\"cus_1\"}"));
    private static final String CORRECT = response("200 OK", "{\"id\":\"cus_1\"}");

    @Test
    void correct_responses_are_counted_and_timed() throws IOException {
        try (var server = new ScriptedServer(CORRECT)) {
            var load = LoadGenerator.run(server.address(), 4, EXPECTED, SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.latencies().getTotalCount()).isPositive().isBetween(load.responses(), load.responses() + 4);
            assertThat(load.measured()).isBetween(SHORT.measured(), Duration.ofSeconds(10));
        }
    }

    @Test
    void a_response_may_arrive_in_pieces() throws IOException {
        try (var server =
                new ScriptedServer(CORRECT.substring(0, 30), CORRECT.substring(30, 70), CORRECT.substring(70))) {
            var load = LoadGenerator.run(server.address(), 2, EXPECTED, SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.latencies().getTotalCount()).isPositive();
        }
    }

    @Test
    void an_unexpected_status_is_an_error() throws IOException {
        try (var server = new ScriptedServer(response("503 Service Unavailable", "{\"id\":\"cus_1\"}"))) {
            var load = LoadGenerator.run(server.address(), 2, EXPECTED, SHORT);

            assertThat(load.responses()).isZero();
            assertThat(load.errors()).isPositive();
            assertThat(load.firstError()).isEqualTo("status 503 to GET /v1/customers/cus_1 HTTP/1.1");
        }
    }

    @Test
    void an_unexpected_body_is_an_error() throws IOException {
        try (var server = new ScriptedServer(response("200 OK", "{\"id\":\"cus_2\"}"))) {
            var load = LoadGenerator.run(server.address(), 2, EXPECTED, SHORT);

            assertThat(load.responses()).isZero();
            assertThat(load.firstError())
                    .isEqualTo("a body other than the contract's to GET /v1/customers/cus_1 HTTP/1.1");
        }
    }

    @Test
    void what_was_created_is_retrieved_by_its_id() throws IOException {
        var retrievals = new ConcurrentSkipListSet<String>();
        var creation = ExpectedResponse.toCreation("POST /v1/customers HTTP/1.1\r\n\r\n", id -> {
            retrievals.add(id);
            return "GET /v1/customers/%s HTTP/1.1\r\n\r\n".formatted(id);
        });
        try (var server = new ScriptedServer(CORRECT)) {
            var load = LoadGenerator.run(server.address(), 2, List.of(creation), SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(retrievals).containsExactly("cus_1");
        }
        try (var server = new ScriptedServer(response("200 OK", "{\"object\":\"customer\"}"))) {
            assertThat(LoadGenerator.run(server.address(), 2, List.of(creation), SHORT)
                            .firstError())
                    .isEqualTo("an object with the id null to POST /v1/customers HTTP/1.1");
        }
    }

    @Test
    void a_broken_connection_is_an_error_and_is_replaced() throws IOException {
        try (var server = new ScriptedServer(CORRECT.substring(0, 60), ScriptedServer.CLOSE)) {
            var load = LoadGenerator.run(server.address(), 2, EXPECTED, LONGER);

            assertThat(load.responses()).isZero();
            assertThat(load.errors()).as("more than the first two connections").isGreaterThan(2);
        }
    }

    @Test
    void a_server_that_announces_that_it_closes_the_connection_causes_no_error() throws IOException {
        var last = CORRECT.replace("Content-Type", "Connection: close\r\nContent-Type");
        try (var server = new ScriptedServer(last, ScriptedServer.CLOSE)) {
            var load = LoadGenerator.run(server.address(), 2, EXPECTED, LONGER);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.responses()).isGreaterThan(2);
        }
    }

    @Test
    void a_response_that_never_arrives_is_an_error_on_each_connection() throws IOException {
        var impatient = new LoadRound(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(20));
        try (var server = new ScriptedServer(CORRECT.substring(0, 60))) {
            var load = LoadGenerator.run(server.address(), 3, EXPECTED, impatient);

            assertThat(load.responses()).isZero();
            assertThat(load.errors()).isEqualTo(3);
            assertThat(load.firstError()).isEqualTo("no response within 20 ms");
        }
    }

    @Test
    void a_server_that_does_not_listen_is_reported() throws IOException {
        var server = new ScriptedServer(CORRECT);
        server.close();

        assertThatThrownBy(() -> LoadGenerator.run(server.address(), 1, EXPECTED, SHORT))
                .isInstanceOf(IOException.class);
    }

    private static String response(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(UTF_8).length, body);
    }
}
