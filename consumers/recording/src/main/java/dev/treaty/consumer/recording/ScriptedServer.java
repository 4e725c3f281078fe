package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A server on a free port that sends prepared responses, one after the other, to any request: for what a contract cannot express, such as
 * several responses to the same request, or an invalid one.
 */
public final class ScriptedServer implements AutoCloseable {

    private static final Response END = Response.of(500, "the script has no more responses");

    private final HttpServer server;
    private final Queue<Response> script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What the server sends to one request. */
    public record Response(int status, String body, Map<String, String> headers) {

        public static Response of(int status, String body) {
            return new Response(status, body, Map.of());
        }

        public static Response ok(String body) {
            return of(200, body);
        }

        public Response header(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Response(status, body, more);
        }
    }

    /**
     * What the server received.
     *
     * @param target path and query as they were on the wire
     * @param body as text, empty if there was none
     */
    public record Request(String method, String target, Map<String, List<String>> headers, String body) {

        /** E.g. {@code "GET /fleet/vehicles?limit=2"}. */
        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    private ScriptedServer(List<Response> script) {
        this.script = new ConcurrentLinkedQueue<>(script);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::respond);
        server.start();
    }

    public static ScriptedServer sending(Response... script) {
        return new ScriptedServer(List.of(script));
    }

    /** Responds to each request with 200 and the next of these bodies. */
    public static ScriptedServer respondingWith(String... bodies) {
        return new ScriptedServer(Stream.of(bodies).map(Response::ok).toList());
    }

    /** Responds to a single request with this status and body. */
    public static ScriptedServer failing(int status, String body) {
        return sending(Response.of(status, body));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far. */
    public List<Request> requests() {
        return requests;
    }

    private void respond(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        var next = script.poll();
        var response = next == null ? END : next;
        response.headers().forEach(exchange.getResponseHeaders()::set);
        var body = response.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
