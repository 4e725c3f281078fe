package dev.treaty.provider.verification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A state-change endpoint that counts how many interactions have their states set up at the same time. */
public final class CountedStates implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch awaited;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /**
     * Starts on a free port.
     *
     * @param awaited the first ones are held until so many are there
     */
    public CountedStates(int awaited) throws IOException {
        this.awaited = new CountDownLatch(awaited);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::change);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The largest number of interactions at one time. */
    public int most() {
        return most.get();
    }

    private void change(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (new String(exchange.getRequestBody().readAllBytes(), UTF_8).contains("teardown")) {
                inside.decrementAndGet();
            } else {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                awaitOthers();
            }
            var values = "{\"token\":\"real-token\"}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, values.length);
            exchange.getResponseBody().write(values);
        }
    }

    private void awaitOthers() {
        awaited.countDown();
        try {
            if (!awaited.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the others did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
