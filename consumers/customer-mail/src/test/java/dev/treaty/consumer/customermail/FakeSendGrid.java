package dev.treaty.consumer.customermail;

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

/** Sends the given responses, in order, the last one again and again, and records the requests: for what a contract cannot show. */
final class FakeSendGrid implements AutoCloseable {

    /** @param body sent as many times as the length needs */
    record CannedResponse(int status, String body, Map<String, String> headers) {

        static CannedResponse accepted() {
            return new CannedResponse(202, "", Map.of("X-Message-Id", MailExamples.MESSAGE_ID));
        }

        static CannedResponse of(int status, String body) {
            return new CannedResponse(status, body, Map.of());
        }

        static CannedResponse tooMany(long reset) {
            return new CannedResponse(
                    429,
                    "{\"errors\":[{\"field\":null,\"message\":\"too many requests\"}]}",
                    Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset)));
        }
    }

    private final HttpServer server;
    private final Deque<CannedResponse> responses;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeSendGrid(CannedResponse... responses) throws IOException {
        this.responses = new ArrayDeque<>(List.of(responses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var response = responses.size() == 1 ? responses.element() : responses.remove();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            var body = response.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Method, path and body of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
