package dev.treaty.consumer.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends the given responses, in order and each once: for what a contract cannot show. */
final class FakeStripe implements AutoCloseable {

    record CannedResponse(int status, String body, Map<String, String> headers) {

        static CannedResponse of(int status, String body) {
            return new CannedResponse(status, body, Map.of());
        }

        static CannedResponse payment(String status) {
            return of(200, """
                    {"id": "pi_42", "object": "payment_intent", "amount": 2000, "currency": "eur", "status": "%s"}""".formatted(status));
        }

        static CannedResponse error(int status, String code, Map<String, String> headers) {
            return new CannedResponse(status, """
                    {"error": {"type": "api_error", "code": "%s", "message": "No."}}""".formatted(code), headers);
        }
    }

    private final HttpServer server;
    private final Deque<CannedResponse> responses;
    private final List<String> idempotencyKeys = new CopyOnWriteArrayList<>();

    FakeStripe(CannedResponse... responses) throws IOException {
        this.responses = new ArrayDeque<>(List.of(responses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            idempotencyKeys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            exchange.getRequestBody().readAllBytes();
            var response = responses.isEmpty() ? CannedResponse.of(404, "{\"error\": {}}") : responses.remove();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            var body = response.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The key of each request received, {@code "null"} for one without. */
    List<String> idempotencyKeys() {
        return List.copyOf(idempotencyKeys);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
