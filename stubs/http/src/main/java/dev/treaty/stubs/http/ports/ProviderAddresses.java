package dev.treaty.stubs.http.ports;

import dev.treaty.stubs.http.tls.ServerCertificate;
import dev.treaty.stubs.matching.UnknownProvider;
import dev.treaty.stubs.matching.request.ProviderPath;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The URLs of the providers, once the ports are open. */
public final class ProviderAddresses {

    private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::", "[::]");

    private final String host;
    private final @Nullable TlsPort tls;
    private final Supplier<Collection<String>> providers;
    private volatile int mainPort;
    private volatile int tlsPort;
    private volatile SortedMap<String, Integer> ports = new TreeMap<>();

    /** @param providers of the contracts that are loaded at the moment */
    public ProviderAddresses(ListenSettings listen, Supplier<Collection<String>> providers) {
        host = ALL_INTERFACES.contains(listen.address()) ? "127.0.0.1" : listen.address();
        tls = listen.tls();
        this.providers = providers;
    }

    /**
     * The ports that were opened.
     *
     * @param tlsPort any number if there is none
     * @param ports those of providers, by name
     */
    public void opened(int mainPort, int tlsPort, Map<String, Integer> ports) {
        this.mainPort = mainPort;
        this.tlsPort = tlsPort;
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

    /** Whether providers are reached over TLS, too. */
    public boolean haveTls() {
        return tls != null;
    }

    /** The certificate that clients see over TLS; empty if there is no TLS. */
    public Optional<ServerCertificate> certificate() {
        return Optional.ofNullable(tls).map(TlsPort::certificate);
    }

    /** Where all providers are; without a slash at the end. */
    public URI url() {
        return url("http", host, mainPort);
    }

    /**
     * Where a provider is: its own port if it has one, otherwise its place on the main port; without a slash at the end.
     *
     * @throws UnknownProvider if no loaded contract has it
     */
    public URI url(String provider) {
        return ofProvider(provider, url());
    }

    /**
     * The same over TLS, with a host that the certificate is valid for.
     *
     * @throws IllegalStateException if there is no TLS
     */
    public URI tlsUrl() {
        if (tls == null) {
            throw new IllegalStateException("The server was started without TLS");
        }
        return url("https", tls.certificate().host(host), tlsPort);
    }

    /**
     * The same over TLS.
     *
     * @throws UnknownProvider if no loaded contract has it
     * @throws IllegalStateException if there is no TLS
     */
    public URI tlsUrl(String provider) {
        return ofProvider(provider, tlsUrl());
    }

    private URI ofProvider(String provider, URI all) {
        var known = providers.get();
        if (!known.contains(provider)) {
            throw new UnknownProvider(provider, known);
        }
        var own = ports.get(provider);
        return own == null ? URI.create(all + ProviderPath.of(provider)) : url(all.getScheme(), all.getHost(), own);
    }

    private static URI url(String scheme, String host, int port) {
        var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }
}
