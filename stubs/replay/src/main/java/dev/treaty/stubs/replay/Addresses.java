package dev.treaty.stubs.replay;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where providers are reached, once the ports are open. */
final class Addresses {

    private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::", "[::]");

    private final String host;
    private final Supplier<Collection<String>> providers;
    private volatile int mainPort;
    private volatile SortedMap<String, Integer> ports = new TreeMap<>();

    Addresses(String bindAddress, Supplier<Collection<String>> providers) {
        host = ALL_INTERFACES.contains(bindAddress) ? "127.0.0.1" : bindAddress;
        this.providers = providers;
    }

    void opened(int mainPort, Map<String, Integer> ports) {
        this.mainPort = mainPort;
        this.ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }

    int mainPort() {
        return mainPort;
    }

    SortedMap<String, Integer> ports() {
        return ports;
    }

    URI url() {
        return url(mainPort);
    }

    URI url(String provider) {
        var known = providers.get();
        if (!known.contains(provider)) {
            throw new UnknownProvider(provider, known);
        }
        var own = ports.get(provider);
        return own == null ? URI.create(url() + Mappings.basePath(provider)) : url(own);
    }

    private URI url(int port) {
        var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + bracketed + ":" + port);
    }
}
