package dev.treaty.stubs.http.page;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream of new requests. */
@Timeout(60)
class LiveRequestsTest {

    @Test
    void a_request_appears_without_loading_the_page_again() throws IOException {
        try (var stub = server();
                var events = new Events(stub.port(), "?after=0")) {
            send(stub.port(), Request.get("/api/x"));

            assertThat(events.next()).contains(">GET /x</a>", "●</span> match", "a GET of /x");

            send(stub.port(), Request.get("/api/missing"));

            assertThat(events.next())
                    .contains(">GET /missing</a>", "▲</span> miss")
                    .doesNotContain(">GET /x</a>");
        }
    }

    @Test
    void only_requests_that_the_list_shows_are_sent() throws IOException {
        try (var stub = server();
                var events = new Events(stub.port(), "?after=0&outcome=miss")) {
            send(stub.port(), Request.get("/api/x"));
            send(stub.port(), Request.get("/api/missing"));

            assertThat(events.next()).contains(">GET /missing</a>").doesNotContain(">GET /x</a>");
        }
    }

    @Test
    void a_browser_that_was_interrupted_gets_what_it_missed() throws IOException {
        try (var stub = server()) {
            send(stub.port(), Request.get("/api/one"));
            send(stub.port(), Request.get("/api/two"));
            try (var events = new Events(stub.port(), "?after=0", "Last-Event-ID: 1")) {
                assertThat(events.next()).contains(">GET /two</a>").doesNotContain(">GET /one</a>");
            }
        }
    }

    @Test
    void an_open_stream_does_not_delay_the_end_of_the_server() throws IOException {
        var stub = server();
        try (var events = new Events(stub.port(), "?after=0")) {
            send(stub.port(), Request.get("/api/x"));
            assertThat(events.next()).contains("/x");
            var begin = System.nanoTime();

            stub.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(events.isAtEnd()).isTrue();
        }
    }

    private static ReplayServer server() {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("shop-api.json"), pact("shop", "api", get("/x", "hello")))))
                .start();
    }

    /** A client of server-sent events. */
    private static final class Events implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;

        Events(int port, String query, String... headers) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            socket.getOutputStream()
                    .write("GET /__admin/page/events%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                            .formatted(query, more)
                            .getBytes(UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 200");
        }

        /** The data of the next event. */
        String next() throws IOException {
            var line = lines.readLine();
            while (!line.startsWith("data: ")) {
                line = lines.readLine();
            }
            return line;
        }

        boolean isAtEnd() throws IOException {
            try {
                while (lines.readLine() != null) {}
            } catch (java.net.SocketException e) {
                // the server was in a hurry
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
