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

/** Gives the answers it was told to give, in their order, and remembers who asked: for what a contract cannot show. */
final class FakeTwilio implements AutoCloseable {

    record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }

        static Answer message() {
            return of(201, """
                    {"sid": "%s", "to": "%s", "status": "queued", "body": "Hello"}""".formatted(TwilioExamples.MESSAGE, TwilioExamples.VOTER));
        }

        static Answer optedOut() {
            return of(400, """
                    {"code": 21610, "message": "Attempt to send to unsubscribed recipient", "status": 400}""");
        }
    }

    record Question(String method, String path, String host, String body) {}

    private final HttpServer server;
    private final Deque<Answer> answers;
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    FakeTwilio(Answer... answers) throws IOException {
        this.answers = new ArrayDeque<>(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.add(new Question(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Host"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var answer = answers.size() == 1 ? answers.element() : answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
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
