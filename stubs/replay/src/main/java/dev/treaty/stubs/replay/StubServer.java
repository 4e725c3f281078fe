package dev.treaty.stubs.replay;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;

/**
 * Answers HTTP requests as contracts say. Every provider stands under {@code /<provider>/…} on the main port; a provider
 * with a port of its own answers there without that prefix, too. WireMock's admin API is at {@code /__admin} on each port,
 * and there the URLs of stub mappings always have the prefix.
 */
public final class StubServer implements AutoCloseable {

    private final Listeners listeners;
    private final List<PactFile> pacts;

    private StubServer(Builder builder) {
        pacts = List.copyOf(builder.pacts);
        listeners = Listeners.open(builder);
    }

    /** A server to be: on 127.0.0.1, at any free port, without contracts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where all providers are, e.g. {@code http://127.0.0.1:8080}; no slash at the end. */
    public URI url() {
        return listeners.url();
    }

    /**
     * Where one provider is: its own port if it has one ({@code http://127.0.0.1:12111}), otherwise its place on the main
     * port ({@code http://127.0.0.1:8080/stripe}); no slash at the end.
     *
     * @throws UnknownProvider if no contract is with it
     */
    public URI url(String provider) {
        return listeners.url(provider);
    }

    /** The main port. */
    public int port() {
        return listeners.port();
    }

    /** The ports that providers have for themselves, by provider. */
    public SortedMap<String, Integer> ports() {
        return listeners.ports();
    }

    /** The contracts that are replayed. */
    public List<PactFile> pacts() {
        return pacts;
    }

    /** Ends it; requests that are under way are cut off after a second. */
    @Override
    public void close() {
        listeners.close();
    }

    /** What a server is to be. */
    public static final class Builder {

        private final List<PactFile> pacts = new ArrayList<>();
        private final Map<String, Integer> ports = new LinkedHashMap<>();
        private List<ProviderStub> providerStubs = ServiceLoader.load(ProviderStub.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        private String address = "127.0.0.1";
        private int port;

        private Builder() {}

        /** Adds contracts; where they contend for a request and nothing else decides, the earlier wins. */
        public Builder pacts(Collection<PactFile> more) {
            pacts.addAll(more);
            return this;
        }

        /** The address or host name to listen on; {@code 0.0.0.0} for all. */
        public Builder bind(String address) {
            this.address = address;
            return this;
        }

        /** The main port; 0 for any that is free. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Gives a provider a port of its own; 0 for any that is free. */
        public Builder listen(String provider, int port) {
            ports.put(provider, port);
            return this;
        }

        /** What completes the providers' messages, instead of what {@link ServiceLoader} finds. */
        public Builder providerStubs(Collection<? extends ProviderStub> stubs) {
            providerStubs = List.copyOf(stubs);
            return this;
        }

        /**
         * Opens all ports and answers from then on.
         *
         * @throws UnknownProvider if a provider has a port but no contract
         * @throws PortUnavailable if a port cannot be opened; none stays open then
         */
        public StubServer start() {
            return new StubServer(this);
        }

        List<PactFile> pacts() {
            return pacts;
        }

        Map<String, Integer> ports() {
            return ports;
        }

        List<ProviderStub> providerStubs() {
            return providerStubs;
        }

        String address() {
            return address;
        }

        int port() {
            return port;
        }
    }
}
