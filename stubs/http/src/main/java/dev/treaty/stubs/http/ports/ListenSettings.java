package dev.treaty.stubs.http.ports;

import java.util.Map;

/**
 * What the server listens on.
 *
 * @param address or host name, e.g. {@code "127.0.0.1"}, {@code "0.0.0.0"} for all
 * @param port for all providers; 0 for any free one
 * @param portsOfProviders additional ports for single providers, by name; 0 for any free one
 * @param connections open at the same time, on all ports together; more wait to be accepted
 */
public record ListenSettings(String address, int port, Map<String, Integer> portsOfProviders, int connections) {

    /** Copies the map. */
    public ListenSettings {
        portsOfProviders = Map.copyOf(portsOfProviders);
    }
}
