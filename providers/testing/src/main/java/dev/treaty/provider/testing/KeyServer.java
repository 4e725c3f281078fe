package dev.treaty.provider.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes a JSON Web Key Set as auth-service does, and counts the requests. */
public final class KeyServer implements AutoCloseable {

    private static final String PATH = "/.well-known/jwks.json";

    private volatile String keys;
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    /** Starts with the keys of these tokens. */
    public KeyServer(TestTokens... tokens) {
        this.keys = TestTokens.published(tokens);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> {
            requests.incrementAndGet();
            var body = this.keys.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** The address of the key set. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** From now on, publishes other keys. */
    public void replace(TestTokens... tokens) {
        keys = TestTokens.published(tokens);
    }

    /** The number of requests so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
