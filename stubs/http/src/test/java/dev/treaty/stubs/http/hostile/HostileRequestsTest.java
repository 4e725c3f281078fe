package dev.treaty.stubs.http.hostile;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a client sends may stop the server from responding. A few hundred requests in every build, 100,000 every night;
 * {@code -Dfuzz.requests=100000 -Dfuzz.seed=7} sends another number, and repeats the requests of a seed.
 */
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 300);
    private static final int MANY_REQUESTS = 100_000;
    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int SLOW_CLIENTS = 200;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String SILENCE = "(and then nothing for %d ms)".formatted(PATIENCE_MILLIS);

    private static final String CONTRACT = pact(
            "c",
            "p",
            get("/x", "fine"),
            http("json", body("/json", "application/json", "{\"name\": \"x\"}"), text("json")),
            http("xml", body("/xml", "application/xml", "\"<a>x</a>\""), text("xml")),
            http("form", body("/form", "application/x-www-form-urlencoded", "\"a=1\""), text("form")));

    @TempDir
    Path folder;

    private ReplayServer stub;

    @BeforeEach
    void start() {
        stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_server_survives_hostile_requests() throws Exception {
        send(REQUESTS, SEED);
    }

    /** With another seed every night. */
    @Test
    @Tag("nightly")
    void the_server_survives_hostile_requests_all_night() throws Exception {
        var seed = new Random().nextLong();

        var statuses = send(MANY_REQUESTS, seed);

        System.out.printf(
                "%,d hostile requests of seed %d, by the status of the response: %s%n", MANY_REQUESTS, seed, statuses);
    }

    /** The number of responses by status; {@code "none"} if the connection was closed without a response. */
    private SortedMap<String, Integer> send(int requests, long seed) throws Exception {
        var statuses = new TreeMap<String, Integer>();
        var hostile = new HostileRequests(seed);
        for (var i = 0; i < requests; i++) {
            var request = hostile.next();

            var response = response(request);

            assertThat(response)
                    .as("response to request %d of seed %d: %s", i, seed, shown(request))
                    .doesNotContain("HTTP/1.1 500", "<html", "<h1")
                    .doesNotContain("Exception", SILENCE);
            statuses.merge(response.length() < 12 ? "none" : response.substring(9, 12), 1, Integer::sum);
            if (i % 25 == 0) {
                assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text())
                        .isEqualTo("fine");
            }
        }
        assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
        return statuses;
    }

    @Test
    void clients_that_never_finish_their_headers_do_not_block_others() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SLOW_CLIENTS; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), stub.port());
                socket.getOutputStream().write("POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Le".getBytes(ISO_8859_1));
                slow.add(socket);
            }

            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void clients_that_never_finish_their_bodies_do_not_block_others() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SLOW_CLIENTS; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), stub.port());
                socket.getOutputStream()
                        .write("POST /p/json HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{".getBytes(ISO_8859_1));
                slow.add(socket);
            }

            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** What the server sends until it closes the connection; it never gets the rest of an incomplete request. */
    private String response(byte[] request) throws IOException {
        var response = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stub.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(response);
                return response.toString(ISO_8859_1);
            } catch (SocketTimeoutException e) {
                return response.toString(ISO_8859_1) + SILENCE;
            } catch (SocketException e) {
                return ""; // refused before all of it was sent
            }
        }
    }

    private static String body(String path, String contentType, String content) {
        return """
                {"method": "POST", "path": "%s", "headers": {"Content-Type": ["%s"]},
                 "body": {"content": %s, "contentType": "%s", "encoded": false}}""".formatted(path, contentType, content, contentType);
    }

    private static String shown(byte[] request) {
        var text = new String(request, 0, Math.min(request.length, 300), ISO_8859_1);
        return text.replaceAll("[^ -~\\r\\n]", "?");
    }
}
