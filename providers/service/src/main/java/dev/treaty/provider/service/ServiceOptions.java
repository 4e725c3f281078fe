package dev.treaty.provider.service;

import java.time.Duration;
import java.util.Optional;

/**
 * How a service is started.
 *
 * @param bind the address to listen on, e.g. {@code "127.0.0.1"}
 * @param port the port to listen on; 0 for any free one
 * @param databaseUrl its PostgreSQL; empty for an embedded one that stops with the service
 * @param providerStates whether others can bring it to provider states; never in production
 * @param clientTimeout how long a client may take to send the header of a request, again to send its body, and to read its response
 */
public record ServiceOptions(
        String bind, int port, Optional<String> databaseUrl, boolean providerStates, Duration clientTimeout) {

    /** Enough for a megabyte over a slow mobile connection. */
    static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(10);

    /** On a free port of this machine, with an embedded database: how a test starts a service. */
    public static ServiceOptions embedded() {
        return new ServiceOptions("127.0.0.1", 0, Optional.empty(), false, CLIENT_TIMEOUT);
    }

    /** The same, with provider states switched on. */
    public ServiceOptions withProviderStates() {
        return new ServiceOptions(bind, port, databaseUrl, true, clientTimeout);
    }

    /** The same, with the given database. */
    public ServiceOptions withDatabase(String url) {
        return new ServiceOptions(bind, port, Optional.of(url), providerStates, clientTimeout);
    }

    /** The same, with less or more patience for clients. */
    public ServiceOptions withClientTimeout(Duration timeout) {
        return new ServiceOptions(bind, port, databaseUrl, providerStates, timeout);
    }

    /** Without the database's URL, which may contain a password. */
    @Override
    public String toString() {
        return "ServiceOptions[%s:%d, database %s, provider states %s]"
                .formatted(bind, port, databaseUrl.isPresent() ? "given" : "embedded", providerStates ? "on" : "off");
    }
}
