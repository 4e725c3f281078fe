package dev.treaty.provider.verification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A provider that needs hardly any CPU time, for the benchmark: {@code GET /v1/customers/cus_NNNNNN}. */
public final class CustomerService implements AutoCloseable {

    private static final String PATH = "/v1/customers/";

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final HttpServer server;
    private final Duration delay;

    /**
     * Starts on a free port.
     *
     * @param delay how long each response takes
     */
    public CustomerService(Duration delay) throws IOException {
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::respond);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A contract with this number of interactions, each with a header that must match, a state, and a response of about 300 bytes. */
    public static String contract(int interactions) {
        return """
                {"consumer": {"name": "billing"}, "provider": {"name": "stripe"},
                 "metadata": {"pactSpecification": {"version": "4.0"}}, "interactions": [%s]}""".formatted(IntStream.range(0, interactions)
                .mapToObj(CustomerService::interaction)
                .collect(Collectors.joining(",\n")));
    }

    private static String interaction(int number) {
        return """
                {"type": "Synchronous/HTTP", "key": "%08x", "description": "get customer %d",
                 "providerStates": [{"name": "customer %d exists"}],
                 "request": {
                   "method": "GET", "path": "%scus_%06d", "headers": {"Authorization": ["Bearer sk_test_1"]},
                   "matchingRules": {"header": {"Authorization": {
                     "combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_.+"}]}}}},
                 "response": {
                   "status": 200, "headers": {"Content-Type": ["application/json"]},
                   "body": {"content": %s, "contentType": "application/json", "encoded": false},
                   "matchingRules": {"body": {"$.id": {"combine": "AND", "matchers": [{"match": "type"}]}}}}}""".formatted(number, number, number, PATH, number, customer(number));
    }

    private static String customer(int number) {
        return """
                {"id": "cus_%06d", "object": "customer", "email": "u%d@example.com", "created": %d, "livemode": false, \
                "metadata": {"tier": "gold", "n": %d}, \
                "address": {"city": "Oslo", "country": "NO", "line1": "Karl Johans gate 1"}, \
                "items": [{"sku": "A", "qty": 1}, {"sku": "B", "qty": 2}]}""".formatted(number, number, 1_700_000_000 + number, number);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            LockSupport.parkNanos(delay.toNanos());
            var path = exchange.getRequestURI().getPath();
            var body = customer(Integer.parseInt(path.substring(PATH.length() + "cus_".length())))
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
