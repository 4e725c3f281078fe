package dev.treaty.consumer.archivist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import dev.treaty.consumer.http.Timeouts;
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
                            Cablecast did not respond within 200 ms.
                              where: GET http://127.0.0.1:%d/cablecastapi/v1/shows/42?include=reel%%2Cvod
                              fix:   try again later""".formatted(silent.getLocalPort()));
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
                .hasMessageStartingWith("Cablecast cannot be reached.")
                .hasMessageNotContaining("password-42");
    }

    private static Cablecast at(ServerSocket server) {
        return new Cablecast(
                URI.create("http://127.0.0.1:" + server.getLocalPort()), ArchivistFixture.CREDENTIALS, SHORT);
    }
}
