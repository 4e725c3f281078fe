package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.webapp.connection.NoResponse;
import dev.treaty.consumer.webapp.connection.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // seconds; without the client's own time-outs these tests would never end
class NoResponseTest {

    @Test
    void a_gateway_that_does_not_respond_times_out() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://localhost:" + silent.getLocalPort());
            var accounts = new Gateway(address, GatewayStandIn.SHORT).accounts();

            assertThatThrownBy(() -> accounts.whoAmI(ADAS_SESSION))
                    .isInstanceOf(NoResponse.class)
                    .hasMessage("""
                            The gateway did not respond within 300 ms.
                              where: GET /v1/me
                              fix:   check that it runs at %s, or allow more time with Timeouts""", address);
        }
    }

    @Test
    void a_body_that_never_ends_times_out() throws IOException {
        try (var gateway = new GatewayStandIn(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        })) {
            var accounts = new Gateway(gateway.address(), GatewayStandIn.SHORT).accounts();

            assertThatThrownBy(() -> accounts.whoAmI(ADAS_SESSION))
                    .isInstanceOf(NoResponse.class)
                    .hasMessageStartingWith("The gateway did not respond within 300 ms.");
        }
    }

    @Test
    void a_gateway_that_does_not_run_is_reported_at_once() throws IOException {
        // Bound, but not listening: no other process can use the port, and connections are refused.
        try (var reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = URI.create("http://localhost:" + reserved.getLocalPort());
            var accounts = new Gateway(address, Timeouts.USUAL).accounts();

            assertThatThrownBy(() -> accounts.signIn(ExampleData.ADAS_CREDENTIALS))
                    .isInstanceOf(NoResponse.class)
                    .hasMessageStartingWith("The gateway did not respond at all (ConnectException).");
        }
    }

    @Test
    void a_time_out_is_longer_than_zero() {
        assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A time-out must be longer than zero, but is PT0S");
    }
}
