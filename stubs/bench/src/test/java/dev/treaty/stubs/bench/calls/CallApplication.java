package dev.treaty.stubs.bench.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The application that Twilio calls back: it says how long each call lasts, and notes when what arrives. */
final class CallApplication implements AutoCloseable {

    private static final int THREADS = 16;
    private static final Pattern CALL = Pattern.compile("(?:^|&)CallSid=(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?:^|&)CallStatus=([\\w-]+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CallLedger ledger;

    private CallApplication(HttpServer server, CallLedger ledger) {
        this.server = server;
        this.ledger = ledger;
        server.createContext("/voice", this::voice);
        server.createContext("/status", this::status);
        server.setExecutor(threads);
        server.start();
    }

    static CallApplication start(CallLedger ledger) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // otherwise a small response may wait for 40 ms
        return new CallApplication(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000), ledger);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void voice(HttpExchange exchange) throws IOException {
        var arrived = System.nanoTime();
        var form = body(exchange);
        var seconds = ledger.voiceRequested(first(CALL, form), arrived);
        respond(exchange, 200, "<Response><Pause length=\"%d\"/></Response>".formatted(seconds));
    }

    private void status(HttpExchange exchange) throws IOException {
        var arrived = System.nanoTime();
        var form = body(exchange);
        ledger.calledBack(first(CALL, form), first(STATUS, form), arrived);
        respond(exchange, 204, "");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    private static String first(Pattern pattern, String form) {
        var field = pattern.matcher(form);
        return field.find() ? field.group(1) : "";
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
