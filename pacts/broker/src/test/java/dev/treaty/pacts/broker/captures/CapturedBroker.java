package dev.treaty.pacts.broker.captures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gives captured answers to the requests that were captured with them, whatever their query; 404 to all others. */
public final class CapturedBroker implements AutoCloseable {

    private final List<Capture> captures;
    private final List<String> bodies = new ArrayList<>();
    private final HttpServer server;

    public CapturedBroker(String... names) throws IOException {
        captures = Stream.concat(Stream.of("index"), Stream.of(names))
                .map(Capture::named)
                .toList();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was sent, in order. */
    public List<String> bodies() {
        synchronized (bodies) {
            return List.copyOf(bodies);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            synchronized (bodies) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            }
            var path = exchange.getRequestURI().getRawPath();
            var capture = captures.stream()
                    .filter(candidate -> candidate.method().equals(exchange.getRequestMethod()))
                    .filter(candidate ->
                            candidate.target().replaceFirst("\\?.*", "").equals(path))
                    .findFirst();
            var body = capture.map(Capture::body)
                    .orElse("{\"error\": \"not captured\"}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/hal+json;charset=utf-8");
            exchange.sendResponseHeaders(capture.map(Capture::status).orElse(404), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
