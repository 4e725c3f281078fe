package dev.treaty.consumer.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.consumer.webapp.connection.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that sends the same response to every call, one that the real gateway would not send. */
final class GatewayStandIn implements AutoCloseable {

    /** Connecting and responding on one machine take milliseconds; only a deliberate delay takes longer than this. */
    static final Timeouts SHORT = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    GatewayStandIn(HttpHandler response) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            response.handle(exchange);
        });
        server.start();
    }

    /** Responds with a status, headers by name and a body, which may be empty. */
    static GatewayStandIn respondingWith(int status, Map<String, String> headers, String body) throws IOException {
        return new GatewayStandIn(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            respond(exchange, status, body.getBytes(UTF_8));
        });
    }

    /** Responds with status 200 and a JSON body. */
    static GatewayStandIn respondingWith(String json) throws IOException {
        return respondingWith(200, Map.of("Content-Type", "application/json"), json);
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The client under test, talking to this server. */
    Gateway client() {
        return new Gateway(address(), Timeouts.USUAL);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Method, path and query of each call so far. */
    List<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
