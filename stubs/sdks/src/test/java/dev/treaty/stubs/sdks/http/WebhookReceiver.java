package dev.treaty.stubs.sdks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A small application on this machine that vendors can reach: it keeps what arrives, and responds as a test says. */
public final class WebhookReceiver implements AutoCloseable {

    private static final Reply OK = new Reply(200, "text/plain", "");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final Map<String, Function<ReceivedRequest, Reply>> replies = new ConcurrentHashMap<>();

    private WebhookReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts the application on a free port of the loopback interface. */
    public static WebhookReceiver start() throws IOException {
        return new WebhookReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** The URL of a path, e.g. {@code url("/stripe")}. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on, responds to requests for a path in this way; other paths get 200 without a body. */
    public WebhookReceiver reply(String path, Function<ReceivedRequest, Reply> reply) {
        replies.put(path, reply);
        return this;
    }

    /** From now on, responds to requests for a path with this TwiML. */
    public WebhookReceiver replyTwiml(String path, String twiml) {
        return reply(path, request -> new Reply(200, "text/xml", twiml));
    }

    /** What has arrived so far, the oldest first. */
    public List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    /** What has arrived so far for a path, the oldest first. */
    public List<ReceivedRequest> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new ReceivedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(request);
            var reply = replies.getOrDefault(request.path(), any -> OK).apply(request);
            var body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What the application responds. */
    public record Reply(int status, String contentType, String body) {}
}
