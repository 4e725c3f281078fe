package dev.treaty.provider.service.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookPublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicInteger status = new AtomicInteger(204);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final URI address;

    WebhookPublisherTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_event_is_posted_unchanged() throws Exception {
        new WebhookPublisher(address, PATIENCE).publish("evt_1", "{\"name\":\"Ernte 🍇\"}");

        assertThat(received).containsExactly("POST application/cloudevents+json {\"name\":\"Ernte 🍇\"}");
    }

    @Test
    void only_2xx_is_success() {
        var publisher = new WebhookPublisher(address, PATIENCE);
        status.set(202);
        assertThatCode(() -> publisher.publish("evt_1", "{}")).doesNotThrowAnyException();

        for (var other : List.of(302, 400, 429, 503)) {
            status.set(other);
            assertThatThrownBy(() -> publisher.publish("evt_1", "{}"))
                    .isInstanceOf(PublishingFailed.class)
                    .hasMessage("the receiver responded with " + other);
        }
    }

    @Test
    void waiting_for_a_silent_receiver_ends() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var publisher = new WebhookPublisher(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(200));

            assertThatThrownBy(() -> publisher.publish("evt_1", "{}"))
                    .isInstanceOf(PublishingFailed.class)
                    .hasMessage("the receiver did not respond in time");
        }
    }
}
