package dev.treaty.stubs.server;

import dev.treaty.stubs.replay.ProviderStub;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Which port each provider has unless {@code --listen} says otherwise. A port never changes, so that a client may write it
 * down; a provider that has none is reached on the main port.
 */
final class StablePorts {

    /** Our own services; a vendor's port is said by its module. */
    private static final Map<String, Integer> SERVICES =
            Map.of("api-gateway", 12121, "auth-service", 12122, "workspace-service", 12123);

    private final Map<String, Integer> ports = new TreeMap<>(SERVICES);

    StablePorts() {
        for (var vendor : ServiceLoader.load(ProviderStub.class)) {
            ports.put(vendor.provider(), vendor.port());
        }
    }

    OptionalInt of(String provider) {
        var port = ports.get(provider);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
