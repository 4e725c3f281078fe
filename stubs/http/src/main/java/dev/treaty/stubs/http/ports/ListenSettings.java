package dev.treaty.stubs.http.ports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server listens on.
 *
 * @param address or host name, e.g. {@code "127.0.0.1"}, {@code "0.0.0.0"} for all
 * @param port for all providers; 0 for any free one
 * @param portsOfProviders additional ports for single providers, by name; 0 for any free one
 * @param connections open at the same time, on all ports together; more wait to be accepted
 * @param tls null if nothing is reached over TLS
 */
public record ListenSettings(
        String address,
        int port,
        Map<String, Integer> portsOfProviders,
        int connections,
        @Nullable TlsPort tls) {

    /** Copies the map. */
    public ListenSettings {
        portsOfProviders = Map.copyOf(portsOfProviders);
    }

    /** For a waiting request with the longest headers that are accepted, and the buffers of its connection; measured with 28 KiB of headers. */
    private static final int BYTES_OF_CONNECTION = 128 << 10;

    private static final int MOST_CONNECTIONS = 10_000;

    /** As many connections as the heap has room for, 10,000 at most. */
    public static int connectionsThatFit() {
        return (int) Math.min(MOST_CONNECTIONS, Runtime.getRuntime().maxMemory() / BYTES_OF_CONNECTION);
    }

    /** How many ports are opened. */
    public int ports() {
        return 1 + portsOfProviders.size() + (tls == null ? 0 : 1);
    }
}
