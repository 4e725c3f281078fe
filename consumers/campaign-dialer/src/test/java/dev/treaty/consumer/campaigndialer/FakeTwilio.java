package dev.treaty.consumer.campaigndialer;

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

/** Sends the given responses, in order, and records the requests: for what a contract cannot show. */
final class FakeTwilio implements AutoCloseable {

    record CannedResponse(int status, String body, Map<String, String> headers) {
        static CannedResponse of(int status, String body) {
            return new CannedResponse(status, body, Map.of());
        }

        static CannedResponse message() {
            return of(201, """
                    {"sid": "%s", "to": "%s", "status": "queued", "body": "Hello"}""".formatted(TwilioExamples.MESSAGE, TwilioExamples.VOTER));
        }

        static CannedResponse optedOut() {
            return of(400, """
                    {"code": 21610, "message": "Attempt to send to unsubscribed recipient", "status": 400}""");
        }
    }

    record Question(String method, String path, String host, String body) {}

    private final HttpServer server;
    private final Deque<CannedResponse> responses;
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    FakeTwilio(CannedResponse... responses) throws IOException {
        this.responses = new ArrayDeque<>(List.of(responses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.add(new Question(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Host"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var response = responses.size() == 1 ? responses.element() : responses.remove();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            var body = response.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
