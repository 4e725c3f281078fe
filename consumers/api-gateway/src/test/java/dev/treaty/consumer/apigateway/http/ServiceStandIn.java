package dev.treaty.consumer.apigateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A service that sends the same response to every request, and records the requests. */
public final class ServiceStandIn implements AutoCloseable {

    /**
     * A request that the service received.
     *
     * @param headers by name; names compare without regard to case
     */
    public record ReceivedRequest(String method, URI target, Map<String, List<String>> headers, String body) {}

    private final HttpServer server;
    private final BlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();

    private ServiceStandIn(int status, Map<String, String> headers, byte[] body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(read(exchange));
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public static ServiceStandIn respondingWith(int status, Map<String, String> headers, String body)
            throws IOException {
        return new ServiceStandIn(status, headers, body.getBytes(UTF_8));
    }

    /** Responds with a status and nothing else. */
    public static ServiceStandIn respondingWith(int status) throws IOException {
        return respondingWith(status, Map.of(), "");
    }

    /** Responds with status 200 and a body. */
    public static ServiceStandIn respondingWith(String body) throws IOException {
        return respondingWith(200, Map.of("Content-Type", "application/json"), body);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public ReceivedRequest received() {
        return received.remove();
    }

    private static ReceivedRequest read(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
