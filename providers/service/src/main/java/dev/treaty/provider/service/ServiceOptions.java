package dev.treaty.provider.service;

import java.util.Optional;

/**
 * How a service is started.
 *
 * @param bind the address to listen on, e.g. {@code "127.0.0.1"}
 * @param port the port to listen on; 0 for any that is free
 * @param databaseUrl where its PostgreSQL is; empty for one of its own that ends with it
 * @param providerStates whether it can be brought to provider states from outside; never in production
 */
public record ServiceOptions(String bind, int port, Optional<String> databaseUrl, boolean providerStates) {

    /** On a free port of this machine, with a database of its own: how a test starts a service. */
    public static ServiceOptions embedded() {
        return new ServiceOptions("127.0.0.1", 0, Optional.empty(), false);
    }

    /** The same, with provider states switched on. */
    public ServiceOptions withProviderStates() {
        return new ServiceOptions(bind, port, databaseUrl, true);
    }

    /** The same, with a given database. */
    public ServiceOptions withDatabase(String url) {
        return new ServiceOptions(bind, port, Optional.of(url), providerStates);
    }

    /** The database's URL may hold a password. */
    @Override
    public String toString() {
        return "ServiceOptions[%s:%d, database %s, provider states %s]"
                .formatted(bind, port, databaseUrl.isPresent() ? "given" : "embedded", providerStates ? "on" : "off");
    }
}
