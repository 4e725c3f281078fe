package dev.treaty.provider.service.calls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that starts a response and does not end it. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimedHttpClientTest {

    private static final String ENDLESS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n";

    private final TimedHttpClient impatient = new TimedHttpClient(Duration.ofSeconds(1));
    private final TimedHttpClient patient = new TimedHttpClient(Duration.ofMinutes(1));
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    TimedHttpClientTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_body_that_never_ends_takes_too_long() {
        respond(ENDLESS);

        assertThatThrownBy(() -> impatient.body(address(), 1_000)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_header_that_never_ends_takes_too_long() {
        respond("HTTP/1.1 200 OK\r\nX-Never: ");

        assertThatThrownBy(() -> impatient.body(address(), 1_000)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_status_is_known_although_the_body_never_ends() throws Exception {
        respond(ENDLESS);

        assertThat(impatient.status(HttpRequest.newBuilder(address()))).isEqualTo(200);
    }

    @Test
    void no_more_of_a_body_is_read_than_asked_for() throws Exception {
        respond("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nabcdef");

        assertThat(patient.body(address(), 3)).contains("abc".getBytes(US_ASCII));
    }

    @Test
    void another_status_has_no_body() throws Exception {
        respond("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");

        assertThat(patient.body(address(), 1_000)).isEmpty();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Responds to one request, and then keeps the connection open until the client closes it. */
    private void respond(String bytes) {
        var responding = new Thread(() -> {
            try (var connection = server.accept()) {
                connection.getOutputStream().write(bytes.getBytes(US_ASCII));
                connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the test is over
            }
        });
        responding.setDaemon(true);
        responding.start();
    }
}
