package dev.treaty.stubs.http.hostile;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients make the server hold: connections, threads and memory. It is bounded, and given back when they go. */
class HeldResourcesTest {

    private static final int LONG = 3_000_000;

    private static final String CONTRACT = pact(
            "web",
            "api",
            get("/x", "hello"),
            get("/long", "x".repeat(LONG)),
            http("any", "{\"method\": \"POST\", \"path\": \"/any\"}", text("any")));

    private ReplayServer stub = server().start();

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stub-Fault: timeout", "Stub-Delay: 600s"})
    void a_client_that_goes_while_it_waits_leaves_room_for_others(String wait) throws Exception {
        startAnother(server().connections(2));
        try (var first = new RawConnection(stub.port());
                var second = new RawConnection(stub.port())) {
            first.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\n" + wait + "\r\n\r\n");
            second.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\n" + wait + "\r\n\r\n");
        }

        assertThat(hello()).isEqualTo("hello");
    }

    @Test
    void a_client_that_goes_is_neither_a_fault_nor_a_match() throws Exception {
        try (var client = new RawConnection(stub.port())) {
            client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nStub-Delay: 600s\r\n\r\n");
        }

        patiently()
                .untilAsserted(() -> assertThat(RawHttp.send(stub.port(), Request.get("/__admin/metrics"))
                                .text())
                        .contains("treaty_stub_requests_total{outcome=\"abandoned\",provider=\"api\"} 1"));
    }

    @Test
    void a_client_that_closes_only_its_half_gets_a_response_that_is_due_soon() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nStub-Delay: 300ms\r\n\r\n")
                    .halfClose();

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 200").endsWith("hello");
        }
    }

    @Test
    void requests_that_are_sent_with_a_delayed_one_are_answered_after_it() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nStub-Delay: 300ms\r\n\r\n"
                    + "GET /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(9)
                    + "GET /api/unknown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 200").containsPattern("(?s)(hello.*){10}HTTP/1.1 404");
        }
    }

    @Test
    void requests_that_are_sent_during_a_delay_are_answered_after_it() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nStub-Delay: 300ms\r\n\r\n");
            hello(); // time for the server to wait for the end of the delay
            client.send("GET /api/unknown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.receiveAll()).startsWith("HTTP/1.1 200").contains("helloHTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stub-Fault: timeout", "Stub-Delay: 600s"})
    void a_client_that_goes_after_it_has_sent_more_requests_leaves_room_for_others(String wait) throws Exception {
        startAnother(server().connections(1));
        for (var requests : List.of(1, 1_000)) {
            try (var client = new RawConnection(stub.port())) {
                client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\n" + wait + "\r\n\r\n"
                        + "GET /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(requests));
            }

            assertThat(hello()).isEqualTo("hello");
        }
    }

    @Test
    void more_requests_than_are_kept_during_a_delay_are_for_another_connection() throws IOException {
        try (var client = new RawConnection(stub.port())) {
            client.send("GET /api/x HTTP/1.1\r\nHost: localhost\r\nStub-Delay: 300ms\r\n\r\n"
                    + "GET /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000));

            assertThat(client.receiveAll())
                    .startsWith("HTTP/1.1 200")
                    .contains("Connection: close")
                    .endsWith("hello")
                    .doesNotContain("helloHTTP");
        }
    }

    @Test
    void clients_that_do_not_read_their_responses_keep_no_thread_waiting() throws Exception {
        var slow = new ArrayList<RawConnection>();
        try {
            for (var i = 0; i < 100; i++) { // more than there are threads
                slow.add(new RawConnection(stub.port()).send("GET /api/long HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }

            assertThat(hello()).isEqualTo("hello");
            assertThat(RawHttp.send(stub.port(), Request.get("/api/long")).body())
                    .hasSize(LONG);
        } finally {
            for (var client : slow) {
                client.close();
            }
        }
    }

    @Test
    void bodies_that_wait_take_a_bounded_part_of_the_memory_until_their_clients_go() throws Exception {
        startAnother(server().requestMemory(2 << 20));
        var body = "x".repeat(300_000);
        var delayed = "POST /api/any HTTP/1.1\r\nHost: localhost\r\nStub-Delay: 600s\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Length: 300000\r\n\r\n" + body;
        var answers = new ArrayList<RawHttp.Response>();
        var waiting = new ArrayList<RawConnection>();
        patiently().until(() -> {
            waiting.add(new RawConnection(stub.port()).send(delayed));
            answers.add(post(body, "application/octet-stream"));
            return answers.get(answers.size() - 1).status() == 503;
        });
        for (var client : waiting) {
            client.close();
        }

        var refused = answers.get(answers.size() - 1);
        assertThat(refused.headers()).contains("Retry-After: 1");
        assertThat(refused.text())
                .contains("out-of-memory", "all requests together may take 2 MiB", "send it again a little later");
        patiently().until(() -> post(body, "application/octet-stream").text().equals("any"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Stub-Delay: 600s", "Stub-Fault: timeout", "Content-Length: 10", "Transfer-Encoding: chunked"})
    void headers_of_requests_that_wait_take_a_bounded_part_of_the_memory_until_their_clients_go(String wait)
            throws Exception {
        startAnother(server().requestMemory(4 << 20));
        var request =
                "POST /api/any HTTP/1.1\r\nHost: localhost\r\n" + wait + "\r\n" + "a:b\r\n".repeat(5_000) + "\r\n";
        var waiting = new ArrayList<RawConnection>();
        for (var i = 0; i < 6; i++) { // of which each takes about 0.8 MiB
            waiting.add(new RawConnection(stub.port()).send(request));
        }
        patiently().until(() -> {
            for (var client : waiting) {
                if (client.hasReceived(Duration.ofMillis(10))) {
                    return true;
                }
            }
            return false;
        });
        for (var client : waiting) {
            client.close();
        }

        assertThat(hello()).isEqualTo("hello");
        patiently()
                .until(() -> post("x".repeat(1 << 20), "application/octet-stream")
                        .text()
                        .equals("any"));
    }

    @Test
    void what_does_not_fit_when_it_is_unpacked_or_parsed_is_refused() throws IOException {
        startAnother(server().requestMemory(2 << 20));
        var zeros = new byte[2_000_000];
        var list = ("[" + "1,".repeat(50_000) + "1]").getBytes(US_ASCII);

        var unpacked = RawHttp.send(
                stub.port(),
                Request.of("POST", "/api/any", packed(zeros), "Content-Encoding: gzip", "Content-Type: text/plain"));
        var parsed = RawHttp.send(stub.port(), Request.of("POST", "/api/any", list, "Content-Type: application/json"));

        assertThat(unpacked.status()).isEqualTo(413);
        assertThat(parsed.status()).isEqualTo(413);
        assertThat(parsed.text())
                .contains(
                        "Reading and comparing this request takes about 8 MiB; all requests together may take 2 MiB.",
                        "send less, or start the server with more memory (java -Xmx)");
        assertThat(hello()).isEqualTo("hello");
    }

    @Test
    void gzip_of_very_many_empty_members_is_not_gzip() throws IOException {
        var members = new ByteArrayOutputStream();
        var empty = packed(new byte[0]);
        for (var i = 0; i < 100_000; i++) {
            members.write(empty);
        }

        var response = RawHttp.send(
                stub.port(), Request.of("POST", "/api/any", members.toByteArray(), "Content-Encoding: gzip"));

        assertThat(response.status()).as(response.text()).isBetween(400, 499);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private void startAnother(ReplayServer.Builder builder) {
        stub.close();
        stub = builder.start();
    }

    private static ReplayServer.Builder server() {
        return ReplayServer.builder().pacts(List.of(PactFile.parse(Path.of("web-api.json"), CONTRACT)));
    }

    private String hello() {
        return RawHttp.send(stub.port(), Request.get("/api/x")).text();
    }

    private RawHttp.Response post(String body, String contentType) {
        return RawHttp.send(
                stub.port(), Request.of("POST", "/api/any", body.getBytes(ISO_8859_1), "Content-Type: " + contentType));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
