package dev.treaty.consumer.environmentconsole.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClonerConnectionTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));

    /** For what is not about time, on a machine that is busy. */
    private static final Timeouts LONG = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static final ClonerRequest CALL = ClonerRequest.get("/clones?target=training");

    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    ClonerConnectionTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void a_response_whose_body_never_ends_is_none() {
        respond(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        });

        assertThatThrownBy(() -> connection(SHORT).send(CALL))
                .isInstanceOf(NoResponse.class)
                .hasMessage("""
                The environment cloner did not respond within 300 ms.
                  where: GET /clones at %s
                  fix:   check that it runs there, and that nothing between here and there stops the request""".formatted(address()));
    }

    @Test
    void a_connection_that_breaks_is_no_response() {
        respond(exchange -> exchange.close());

        assertThatThrownBy(() -> connection().send(CALL))
                .isInstanceOf(NoResponse.class)
                .hasMessageStartingWith("The environment cloner did not respond at all (");
    }

    @Test
    void a_status_that_the_call_does_not_expect_is_named() {
        respond(exchange -> exchange.sendResponseHeaders(204, -1));
        var response = connection().send(CALL);

        var failure = catchThrowableOfType(UnexpectedResponse.class, () -> response.document(200));

        assertThat(failure.status()).isEqualTo(204);
        assertThat(failure).hasMessage("""
                The response with status 204 is not one of the environment cloner: this call does not expect the status.
                  where: GET /clones
                  fix:   check the address of the server; compare the response with pacts/environment-console-environment-cloner.json""");
    }

    @Test
    void a_token_is_in_no_text() {
        var token = new AccessToken("secret-42");

        assertThat(token).hasToString("AccessToken[redacted]");
        assertThat(CALL.with("Idempotency-Key", "key-42")).hasToString("GET /clones");
        assertThatThrownBy(() -> new AccessToken("secret 42")).hasMessageNotContaining("secret 42");
    }

    @Test
    void a_timeout_must_be_longer_than_zero() {
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void respond(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ClonerConnection connection() {
        return connection(LONG);
    }

    private ClonerConnection connection(Timeouts timeouts) {
        return new ClonerConnection(address(), Optional.empty(), timeouts);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
