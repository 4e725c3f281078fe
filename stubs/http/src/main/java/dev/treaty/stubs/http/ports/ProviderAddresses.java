package dev.treaty.stubs.http.ports;

import dev.treaty.stubs.matching.UnknownProvider;
import dev.treaty.stubs.matching.request.ProviderPath;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The URLs of the providers, once the ports are open. */
public final class ProviderAddresses {

    private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::", "[::]");

    private final String host;
    private final Supplier<Collection<String>> providers;
    private volatile int mainPort;
    private volatile SortedMap<String, Integer> ports = new TreeMap<>();

    /** @param providers of the contracts that are loaded at the moment */
    public ProviderAddresses(String bindAddress, Supplier<Collection<String>> providers) {
        host = ALL_INTERFACES.contains(bindAddress) ? "127.0.0.1" : bindAddress;
        this.providers = providers;
    }

    /** The ports that were opened: the main port, and those of providers by name. */
    public void opened(int mainPort, Map<String, Integer> ports) {
        this.mainPort = mainPort;
        this.ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }

    /** The port for all providers. */
    public int mainPort() {
        return mainPort;
    }

    /** The ports of single providers, by name. */
    public SortedMap<String, Integer> ports() {
        return ports;
    }

    /** Where all providers are; without a slash at the end. */
    public URI url() {
        return url(mainPort);
    }

    /**
     * Where a provider is: its own port if it has one, otherwise its place on the main port; without a slash at the end.
     *
     * @throws UnknownProvider if no loaded contract has it
     */
    public URI url(String provider) {
        var known = providers.get();
        if (!known.contains(provider)) {
            throw new UnknownProvider(provider, known);
        }
        var own = ports.get(provider);
        return own == null ? URI.create(url() + ProviderPath.of(provider)) : url(own);
    }

    private URI url(int port) {
        var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + bracketed + ":" + port);
    }
}
