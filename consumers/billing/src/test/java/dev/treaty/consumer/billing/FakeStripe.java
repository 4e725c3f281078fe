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

/** Gives the answers it was told to give, in their order and each once: for what a contract cannot show. */
final class FakeStripe implements AutoCloseable {

    record Answer(int status, String body, Map<String, String> headers) {

        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }

        static Answer payment(String status) {
            return of(200, """
                    {"id": "pi_42", "object": "payment_intent", "amount": 2000, "currency": "eur", "status": "%s"}""".formatted(status));
        }

        static Answer error(int status, String code, Map<String, String> headers) {
            return new Answer(status, """
                    {"error": {"type": "api_error", "code": "%s", "message": "No."}}""".formatted(code), headers);
        }
    }

    private final HttpServer server;
    private final Deque<Answer> answers;
    private final List<String> idempotencyKeys = new CopyOnWriteArrayList<>();

    FakeStripe(Answer... answers) throws IOException {
        this.answers = new ArrayDeque<>(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            idempotencyKeys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            exchange.getRequestBody().readAllBytes();
            var answer = answers.isEmpty() ? Answer.of(404, "{\"error\": {}}") : answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The key of each request that came, {@code "null"} for one without. */
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
