package dev.treaty.stubs.vendor.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySenderTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DeliverySender sender = new DeliverySender(Set.of(), threads);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer application;

    DeliverySenderTest() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/accept", exchange -> respond(exchange, 202, "thanks"));
        application.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/accept");
            respond(exchange, 307, "");
        });
        application.createContext("/long", exchange -> respond(exchange, 200, "x".repeat(DeliverySender.MAX_BODY + 5)));
        application.start();
    }

    @AfterEach
    void stop() {
        application.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_delivery_is_a_request_with_the_given_headers_and_body() {
        var result = send("http://127.0.0.1:%d/accept?x=1", Map.of("Signature", "s3al"));

        assertThat(received).containsExactly("POST /accept?x=1 text/plain null s3al news");
        assertThat(result.isSuccess()).isTrue();
        assertThat(result.status()).isEqualTo(202);
        assertThat(result.text()).isEqualTo("thanks");
        assertThat(result.header("content-type")).isEqualTo("text/plain");
    }

    @Test
    void the_credentials_of_a_url_are_sent_as_basic_authentication() {
        send("http://ada:l%%40ce@localhost:%d/accept", Map.of());

        assertThat(received).containsExactly("POST /accept text/plain Basic YWRhOmxAY2U= null news");
    }

    /** Or whoever may register a webhook could stop the server, or add mappings to it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__admin/shutdown",
                "/__admin",
                "/accept/../__admin/mappings",
                "/%%5F%%5fadmin/mappings",
                "//__admin;x=1/mappings",
                "/stripe/__admin/reset?a=b"
            })
    void nothing_is_sent_to_the_admin_api(String path) {
        assertThat(send("http://127.0.0.1:%d" + path, Map.of()).error())
                .isEqualTo("Nothing is sent to the admin API of a stub server");
        assertThat(send("http://127.0.0.1:%d/accept?next=/__admin", Map.of()).isSuccess())
                .isTrue();
    }

    @Test
    void redirects_are_not_followed() {
        var result = send("http://127.0.0.1:%d/moved", Map.of());

        assertThat(result.status()).isEqualTo(307);
        assertThat(result.isSuccess()).isFalse();
        assertThat(received).hasSize(1);
    }

    @Test
    void only_the_beginning_of_a_long_response_is_kept() {
        assertThat(send("http://127.0.0.1:%d/long", Map.of()).text()).hasSize(DeliverySender.MAX_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "http://0.0.0.0:80/", "http://app.invalid/", "http://[2001:db8::1]/"})
    void other_machines_get_nothing(String url) {
        var host = URI.create(url).getHost();

        assertThat(send(url, Map.of()).error())
                .isEqualTo(host + " is not this machine; allow it with --webhook-allow " + host);
    }

    @Test
    void a_host_may_be_allowed_by_name() {
        var allowing = new DeliverySender(Set.of("App.Invalid"), threads);

        assertThat(send(allowing, "http://app.invalid/", Map.of()).error()).doesNotContain("--webhook-allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "/relative", "ftp://127.0.0.1/", "http:///nowhere", "mailto:ada@127.0.0.1"
            })
    void only_http_is_spoken(String url) {
        assertThat(send(url, Map.of()).error()).isEqualTo("Not an absolute HTTP URL");
    }

    @Test
    void what_goes_wrong_is_a_result() {
        assertThat(send("http://127.0.0.1:1/", Map.of()).error()).isEqualTo("Nobody accepts connections there");
        assertThat(send("http://127.0.0.1:%d/accept", Map.of("Host", "elsewhere"))
                        .error())
                .isEqualTo("The request cannot be sent: restricted header name: \"Host\"");
    }

    private DeliveryResult send(String url, Map<String, String> headers) {
        return send(sender, url, headers);
    }

    private DeliveryResult send(DeliverySender sender, String url, Map<String, String> headers) {
        var request = new DeliveryRequest(
                "news",
                "main",
                "POST",
                URI.create(
                        url.contains("%d")
                                ? url.formatted(application.getAddress().getPort())
                                : url),
                "text/plain",
                "news",
                Json.object());
        return sender.send(Delivery.of("delivery_1", request, Instant.EPOCH), headers)
                .join();
    }

    private void respond(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add("%s %s %s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            headers.getFirst("Content-Type"),
                            headers.getFirst("Authorization"),
                            headers.getFirst("Signature"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }
}
