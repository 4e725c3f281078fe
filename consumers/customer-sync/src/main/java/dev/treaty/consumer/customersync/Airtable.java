package dev.treaty.consumer.customersync;

import dev.treaty.consumer.customersync.connection.AccessToken;
import dev.treaty.consumer.customersync.connection.AirtableConnection;
import dev.treaty.consumer.customersync.connection.AirtableException;
import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.InstantSource;

/**
 * The customers' table in Airtable. Every call throws an {@link AirtableException} if Airtable refuses it, and an {@link HttpApiException}
 * if there is no response, or one that cannot be read. Safe to share between threads.
 */
public final class Airtable {

    private final Customers customers;
    private final ChangeFeed changes;

    /**
     * A client of one table; it connects on the first call.
     *
     * @param server {@code https://api.airtable.com}, or what stands in for it
     * @param clock by which the client pauses after too many requests
     * @throws IllegalArgumentException if the server is not an HTTP address
     */
    public Airtable(URI server, AccessToken token, TableAddress table, Timeouts timeouts, InstantSource clock) {
        var connection = new AirtableConnection(server, token, timeouts, clock);
        this.customers = new Customers(connection, table);
        this.changes = new ChangeFeed(connection, table);
    }

    /** The customers. */
    public Customers customers() {
        return customers;
    }

    /** What people change in the table. */
    public ChangeFeed changes() {
        return changes;
    }
}
