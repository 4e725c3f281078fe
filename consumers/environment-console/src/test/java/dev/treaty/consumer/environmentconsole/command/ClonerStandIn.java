package dev.treaty.consumer.environmentconsole.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An environment cloner that responds as a test scripts it: for each request a series of responses, the last of them again and again. */
final class ClonerStandIn implements AutoCloseable {

    /**
     * What was received.
     *
     * @param line method, path and query
     */
    record Received(String line, Headers headers, String body) {

        String header(String name) {
            return String.join(", ", Optional.ofNullable(headers.get(name)).orElse(List.of()));
        }
    }

    /** What is sent. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json", "Retry-After", "0"), body);
        }

        static Reply problem(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/problem+json"), body);
        }

        /** The connection ends without a response. */
        static Reply lost() {
            return new Reply(LOST, Map.of(), "");
        }

        /** Nothing is sent until the test is over. */
        static Reply withheld() {
            return new Reply(WITHHELD, Map.of(), "");
        }

        Reply with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    private static final int LOST = 0;
    private static final int WITHHELD = -1;

    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    ClonerStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    /** Scripts the responses to a request, e.g. {@code "GET /clones/cln_42"}. */
    ClonerStandIn on(String line, Reply... replies) {
        script.put(line, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> received() {
        return new ArrayList<>(received);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(new Received(line, exchange.getRequestHeaders(), body));
            var reply = next(line);
            if (reply.status() == WITHHELD) {
                awaitEnd();
            }
            if (reply.status() <= LOST) {
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            var bytes = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply next(String line) {
        var replies = script.get(line);
        if (replies == null) {
            return Reply.json(500, "the test scripts no response to " + line);
        }
        synchronized (replies) {
            return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
