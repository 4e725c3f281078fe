package dev.treaty.provider.verification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A tiny service: {@code GET /people/<id>} with a bearer token returns a person. It knows the people that its states added.
 */
public final class PeopleService implements AutoCloseable {

    private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private final String nameMember;

    /**
     * Starts on a free port.
     *
     * @param nameMember the service's name for the member that its contracts call {@code name}
     */
    public PeopleService(String nameMember) throws IOException {
        this.nameMember = nameMember;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/people/", this::person);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds a person with {@code id} and {@code name}, and returns the token for requesting it. */
    public String add(Map<String, String> person) {
        var id = person.getOrDefault("id", "");
        names.put(id, person.getOrDefault("name", ""));
        return "token-of-" + id;
    }

    public void remove(Map<String, String> person) {
        names.remove(person.getOrDefault("id", ""));
    }

    public Map<String, String> people() {
        return Map.copyOf(names);
    }

    private void person(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/people/".length());
        var name = names.get(id);
        var authorized =
                ("Bearer token-of-" + id).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (name == null || !authorized) {
            respond(exchange, name == null ? 404 : 401, "{}");
        } else {
            respond(exchange, 200, "{\"id\":\"%s\",\"%s\":\"%s\"}".formatted(id, nameMember, name));
        }
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
