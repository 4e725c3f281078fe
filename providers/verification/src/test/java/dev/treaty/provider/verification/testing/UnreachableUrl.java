package dev.treaty.provider.verification.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A URL whose port refuses connections, and stays reserved so that no other test gets it. */
public final class UnreachableUrl implements AutoCloseable {

    private final Socket neverListening = new Socket();

    /** Reserves a free port. */
    public UnreachableUrl() throws IOException {
        neverListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** The URL, e.g. {@code http://127.0.0.1:41233}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + neverListening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        neverListening.close();
    }
}
