package dev.treaty.consumer.archivist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Cablecast on a free port that sends prepared responses, one after the other, to any request: for what a contract
 * cannot express, such as several responses to the same request, or an invalid one.
 */
final class ScriptedCablecast implements AutoCloseable {

    private final HttpServer server;
    private final Iterator<Line> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Line(int status, String body) {}

    private ScriptedCablecast(List<Line> script) {
        this.script = script.iterator();
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::respond);
        server.start();
    }

    /** Responds to each request with HTTP 200 and the next of these bodies. */
    static ScriptedCablecast respondingWith(String... bodies) {
        return new ScriptedCablecast(
                List.of(bodies).stream().map(body -> new Line(200, body)).toList());
    }

    /** Responds to a single request with this status and body. */
    static ScriptedCablecast failing(int status, String body) {
        return new ScriptedCablecast(List.of(new Line(status, body)));
    }

    /** Responds with 503 once, then with 200 and these bodies. */
    static ScriptedCablecast unavailableOnceThenRespondingWith(String... bodies) {
        var script = new ArrayList<Line>();
        script.add(new Line(503, ""));
        List.of(bodies).forEach(body -> script.add(new Line(200, body)));
        return new ScriptedCablecast(script);
    }

    Cablecast client() {
        return new Cablecast(address(), ArchivistFixture.CREDENTIALS, ArchivistFixture.TIME_OUTS);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far: {@code "GET /cablecastapi/v1/shows?…"}. */
    List<String> requests() {
        return requests;
    }

    private void respond(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var line = script.hasNext() ? script.next() : new Line(500, "the script has no more responses");
        var body = line.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(line.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
