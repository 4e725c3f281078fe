package dev.treaty.pacts.testing.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker on a free port, empty before each test:
 *
 * <pre>
 * &#64;RegisterExtension
 * final BrokerReplay broker = new BrokerReplay();
 * </pre>
 */
public final class BrokerReplay implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private final Object lock = new Object();
    private final List<String> requests = new ArrayList<>();
    private final Deque<Integer> outages = new ArrayDeque<>();
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private @Nullable BrokerRoutes routes;
    private String ownAddress = "";
    private String requiredAuthorization = "";

    /** Started before each test. */
    public BrokerReplay() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    /** Starts it without JUnit. */
    public BrokerReplay start() {
        // otherwise each answer waits 40 ms for an acknowledgement, because headers and body are sent one after the
        // other
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var executor = Executors.newCachedThreadPool();
            started.createContext("/", this::handle);
            started.setExecutor(executor);
            server = started;
            threads = executor;
            routes = new BrokerRoutes(ownAddress.isEmpty() ? url() : ownAddress);
            started.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** Where it listens, e.g. {@code "http://127.0.0.1:41234"}. */
    public String url() {
        if (server == null) {
            throw new IllegalStateException("the broker is started before each test");
        }
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets it believe that it has another address, as a broker behind a proxy does; call it before it is started. */
    public BrokerReplay believingToBeAt(String address) {
        ownAddress = address;
        return this;
    }

    /** Lets it require a user and a password, as the real one does with basic authentication. */
    public BrokerReplay requiring(String username, String password) {
        var bytes = (username + ":" + password).getBytes(UTF_8);
        requiredAuthorization = "Basic " + Base64.getEncoder().encodeToString(bytes);
        return this;
    }

    /** Lets it answer the next requests with these statuses and no content, e.g. 503; 0 for the usual answer. */
    public void answerNext(int... statuses) {
        synchronized (outages) {
            for (var status : statuses) {
                outages.add(status);
            }
        }
    }

    /** Method, path and query of each request so far. */
    public List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The bytes of the contract that a consumer published last; none if there is none. */
    public byte[] lastContent(String consumer, String provider) {
        return routes == null ? new byte[0] : routes.content(consumer, provider);
    }

    /** The results of verifications that were published, in order. */
    public List<JsonNode> results() {
        return routes == null ? List.of() : routes.results();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            synchronized (requests) {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            send(exchange, answer(exchange, body));
        }
    }

    private BrokerAnswer answer(HttpExchange exchange, byte[] body) {
        var outage = nextOutage();
        if (outage != null && outage != 0) {
            return BrokerAnswer.empty(outage);
        }
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!requiredAuthorization.isEmpty() && !requiredAuthorization.equals(authorization)) {
            return BrokerAnswer.empty(401);
        }
        if (routes == null) {
            throw new IllegalStateException("the broker is started before each test");
        }
        var contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        synchronized (lock) {
            return routes.answer(BrokerCall.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    contentType == null ? "" : contentType,
                    body));
        }
    }

    private @Nullable Integer nextOutage() {
        synchronized (outages) {
            return outages.poll();
        }
    }

    private static void send(HttpExchange exchange, BrokerAnswer answer) throws IOException {
        var bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("X-Pact-Broker-Version", "2.120.0");
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
