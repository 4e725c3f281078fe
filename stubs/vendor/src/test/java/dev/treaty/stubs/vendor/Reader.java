package dev.treaty.stubs.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The application that gets the news; it responds with what it got. */
final class Reader implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<String> times = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    Reader() {
        this(() -> {});
    }

    /** @param meanwhile what it does while the kiosk waits for the response */
    Reader(Runnable meanwhile) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                var text = exchange.getRequestBody().readAllBytes();
                meanwhile.run();
                read.add(new String(text, UTF_8));
                times.add(exchange.getRequestHeaders().getFirst("Kiosk-Time"));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
                exchange.getResponseBody().write(text);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** News for this reader, as JSON. */
    String news(String text, String channel) {
        return "{\"url\": \"%s\", \"text\": \"%s\", \"channel\": \"%s\"}".formatted(url(), text, channel);
    }

    void respondWith(int status) {
        this.status = status;
    }

    /** What it got, in order. */
    List<String> read() {
        return read;
    }

    /** The kiosk's time of each. */
    List<String> times() {
        return times;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
