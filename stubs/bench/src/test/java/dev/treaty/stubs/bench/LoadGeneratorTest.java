package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final LoadRound SHORT = new LoadRound(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final CustomerWorkload CUSTOMERS = new CustomerWorkload(10);
    private static final ExpectedResponses ANSWERED_ALIKE = ExpectedResponses.withOneAnswer(CUSTOMERS);
    private static final String RIGHT = answer("200 OK", CUSTOMERS.answer(0));

    @Test
    void right_answers_are_counted_and_timed() throws IOException {
        try (var server = new ScriptedServer(RIGHT)) {
            var load = LoadGenerator.run(server.address(), 4, ANSWERED_ALIKE, SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.answered()).isPositive();
            assertThat(load.latencies().getTotalCount()).isBetween(load.answered(), load.answered() + 4);
            assertThat(load.measured()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(10));
        }
    }

    @Test
    void an_answer_may_come_in_pieces() throws IOException {
        try (var server = new ScriptedServer(RIGHT.substring(0, 30), RIGHT.substring(30, 90), RIGHT.substring(90))) {
            var load = LoadGenerator.run(server.address(), 2, ANSWERED_ALIKE, SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.answered()).isPositive();
        }
    }

    @Test
    void another_status_is_an_error_and_no_answer() throws IOException {
        try (var server = new ScriptedServer(answer("503 Service Unavailable", CUSTOMERS.answer(0)))) {
            var load = LoadGenerator.run(server.address(), 2, ANSWERED_ALIKE, SHORT);

            assertThat(load.answered()).isZero();
            assertThat(load.errors()).isPositive();
            assertThat(load.firstError()).startsWith("status 503 to GET /v1/customers/cus_00000");
        }
    }

    @Test
    void another_body_is_an_error() throws IOException {
        try (var server = new ScriptedServer(answer("200 OK", CUSTOMERS.answer(1)))) {
            var load = LoadGenerator.run(server.address(), 2, ANSWERED_ALIKE, SHORT);

            assertThat(load.answered()).isZero();
            assertThat(load.firstError()).startsWith("another body than the contract's to GET /v1/customers/cus_00000");
        }
    }

    @Test
    void a_connection_that_breaks_is_an_error_and_is_replaced() throws IOException {
        try (var server = new ScriptedServer(RIGHT.substring(0, 60), ScriptedServer.CLOSE)) {
            var load = LoadGenerator.run(server.address(), 2, ANSWERED_ALIKE, SHORT);

            assertThat(load.answered()).isZero();
            assertThat(load.errors())
                    .as("more than the two that were opened first")
                    .isGreaterThan(2);
        }
    }

    @Test
    void a_server_that_closes_as_it_said_makes_no_error() throws IOException {
        var last = RIGHT.replace("Content-Type", "Connection: close\r\nContent-Type");
        try (var server = new ScriptedServer(last, ScriptedServer.CLOSE)) {
            var load = LoadGenerator.run(server.address(), 2, ANSWERED_ALIKE, SHORT);

            assertThat(load.errors()).as(load.toString()).isZero();
            assertThat(load.answered()).isGreaterThan(2);
        }
    }

    @Test
    void an_answer_that_never_comes_is_an_error_of_each_connection() throws IOException {
        var impatient = new LoadRound(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200));
        try (var server = new ScriptedServer(RIGHT.substring(0, 60))) {
            var load = LoadGenerator.run(server.address(), 3, ANSWERED_ALIKE, impatient);

            assertThat(load.answered()).isZero();
            assertThat(load.errors()).isEqualTo(3);
            assertThat(load.firstError()).isEqualTo("no answer within 200 ms");
        }
    }

    @Test
    void a_server_that_is_not_there_is_told() throws IOException {
        var server = new ScriptedServer(RIGHT);
        server.close();

        assertThatThrownBy(() -> LoadGenerator.run(server.address(), 1, ANSWERED_ALIKE, SHORT))
                .isInstanceOf(IOException.class);
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(UTF_8).length, body);
    }
}
