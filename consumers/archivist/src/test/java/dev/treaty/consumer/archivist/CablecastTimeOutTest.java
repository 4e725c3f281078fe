package dev.treaty.consumer.archivist;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import dev.treaty.consumer.archivist.connection.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CablecastTimeOutTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(200));

    @Test
    void a_server_that_accepts_and_stays_silent_is_unavailable() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var shows = at(silent).shows();

            assertThatThrownBy(() -> shows.find(42))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("""
                            Cablecast did not respond within PT0.2S.
                              where: GET http://127.0.0.1:%d/cablecastapi/v1/shows/42?include=reel%%2Cvod
                              fix:   try again later""".formatted(silent.getLocalPort()));
        }
    }

    @Test
    void a_server_that_stops_in_the_middle_of_a_response_is_unavailable() throws Exception {
        try (var stalling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> beginResponse(stalling));
            server.start();
            var shows = at(stalling).shows();

            assertThatThrownBy(() -> shows.find(42))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("Cablecast did not respond within PT0.2S.");
            server.join();
        }
    }

    @Test
    void a_port_without_a_server_is_unavailable() throws IOException {
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        var shows = new Cablecast(
                        URI.create("http://127.0.0.1:" + closed.getLocalPort()),
                        ArchivistFixture.CREDENTIALS,
                        ArchivistFixture.TIME_OUTS)
                .shows();

        assertThatThrownBy(() -> shows.find(42))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Cablecast cannot be reached: ")
                .hasMessageNotContaining("password-42");
    }

    private static Cablecast at(ServerSocket server) {
        return new Cablecast(
                URI.create("http://127.0.0.1:" + server.getLocalPort()), ArchivistFixture.CREDENTIALS, SHORT);
    }

    /** Promises a hundred bytes, sends one, and waits until the client closes the connection. */
    private static void beginResponse(ServerSocket server) {
        try (var connection = server.accept()) {
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has closed the connection, which is all that this server waits for.
        }
    }
}
