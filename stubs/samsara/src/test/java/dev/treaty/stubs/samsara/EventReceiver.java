package dev.treaty.stubs.samsara;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application on this machine that keeps the webhooks that it gets. */
final class EventReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /** A webhook as it arrived; names of headers are in the form {@code X-samsara-signature}. */
    record Received(Map<String, List<String>> headers, String body) {

        JsonNode event() {
            return Json.parse(body.getBytes(UTF_8));
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String type() {
            return event().path("eventType").asText();
        }
    }

    EventReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/samsara";
    }

    /** Responds with a status from now on. */
    void respond(int newStatus) {
        status = newStatus;
    }

    List<Received> received() {
        return received;
    }

    /** The types of the events that arrived, in order. */
    List<String> types() {
        return received.stream().map(Received::type).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
