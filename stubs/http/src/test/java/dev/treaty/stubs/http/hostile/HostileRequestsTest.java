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
 * Nothing that comes over the wire may stop the server from answering. A few hundred requests in each build, 100,000 at night; with
 * {@code -Dfuzz.requests=100000 -Dfuzz.seed=7} as many as one likes, and the same ones again.
 */
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 300);
    private static final int MANY_REQUESTS = 100_000;
    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int SLOW_CLIENTS = 200;
    private static final int PATIENCE_MILLIS = 20_000;
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
    void leave_the_server_answering() throws Exception {
        send(REQUESTS, SEED);
    }

    /** Others each night. */
    @Test
    @Tag("nightly")
    void leave_the_server_answering_all_night() throws Exception {
        var seed = new Random().nextLong();

        var answers = send(MANY_REQUESTS, seed);

        System.out.printf(
                "%,d hostile requests of seed %d, by the status of the answer: %s%n", MANY_REQUESTS, seed, answers);
    }

    /** How many answers there were of each status; {@code "none"} if the connection was closed without one. */
    private SortedMap<String, Integer> send(int requests, long seed) throws Exception {
        var answers = new TreeMap<String, Integer>();
        var hostile = new HostileRequests(seed);
        for (var i = 0; i < requests; i++) {
            var request = hostile.next();

            var answer = answer(request);

            assertThat(answer)
                    .as("answer to request %d of seed %d: %s", i, seed, shown(request))
                    .doesNotContain("HTTP/1.1 500", "<html", "<h1")
                    .doesNotContain("Exception", SILENCE);
            answers.merge(answer.length() < 12 ? "none" : answer.substring(9, 12), 1, Integer::sum);
            if (i % 25 == 0) {
                assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text())
                        .isEqualTo("fine");
            }
        }
        assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
        return answers;
    }

    @Test
    void clients_that_never_finish_keep_nobody_waiting() throws Exception {
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
    void clients_that_never_send_their_bodies_keep_nobody_waiting() throws Exception {
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

    /** Whatever comes back until the server has said all it has to say; what it waits for, it does not get. */
    private String answer(byte[] request) throws IOException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stub.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
                return answer.toString(ISO_8859_1);
            } catch (SocketTimeoutException e) {
                return answer.toString(ISO_8859_1) + SILENCE;
            } catch (SocketException e) {
                return ""; // refused before it was all sent
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
