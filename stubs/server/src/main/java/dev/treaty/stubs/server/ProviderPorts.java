package dev.treaty.stubs.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/** The port of each provider, from {@code ports.properties}, unless {@code --listen} names another. */
final class ProviderPorts {

    private static final String FILE = "/ports.properties";

    private final Map<String, Integer> ports = new TreeMap<>();

    ProviderPorts() {
        try (var rows = ProviderPorts.class.getResourceAsStream(FILE)) {
            var table = new Properties();
            table.load(rows);
            table.stringPropertyNames()
                    .forEach(provider -> ports.put(provider, Integer.valueOf(table.getProperty(provider))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of a provider; empty if it has no row, and so only a place on the main port. */
    OptionalInt of(String provider) {
        var port = ports.get(provider);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** All rows, by the provider's name. */
    Map<String, Integer> all() {
        return Map.copyOf(ports);
    }
}
