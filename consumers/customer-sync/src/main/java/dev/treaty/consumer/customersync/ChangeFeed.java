package dev.treaty.consumer.customersync;

import dev.treaty.consumer.customersync.connection.AirtableConnection;
import dev.treaty.consumer.customersync.connection.AirtableException;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people change in the table. A webhook only pings; what has changed is read from its log, from a cursor on that the caller keeps.
 * Airtable deletes the log after a week, and a webhook seven days after it was created, refreshed or read.
 */
public final class ChangeFeed {

    private final AirtableConnection connection;
    private final TableAddress table;

    ChangeFeed(AirtableConnection connection, TableAddress table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Creates a webhook for the records of the table.
     *
     * @param notificationUrl where pings go
     */
    public Webhook subscribe(URI notificationUrl) {
        var filters = Map.of("dataTypes", List.of("tableData"), "recordChangeScope", table.table());
        var body = Map.of(
                "notificationUrl",
                notificationUrl.toString(),
                "specification",
                Map.of("options", Map.of("filters", filters)));
        return connection
                .send(HttpCall.post(table.webhooks()).json(body))
                .read(Webhook.OnWire.class)
                .toWebhook();
    }

    /**
     * Has a webhook live for another week.
     *
     * @return when it expires now
     * @throws AirtableException.NotFound if it has expired already, or was deleted
     */
    public Instant refresh(String webhook) {
        return connection
                .send(HttpCall.post(path(webhook) + "/refresh"))
                .read(Refreshed.class)
                .expirationTime();
    }

    /**
     * Reads what has changed.
     *
     * @param cursor 1 for everything that the webhook knows, then {@link Changes#cursor}
     * @throws AirtableException.NotFound if the webhook has expired already, or was deleted
     */
    public Changes since(String webhook, long cursor) {
        return connection
                .send(HttpCall.get(path(webhook) + "/payloads").query(Query.of("cursor", cursor)))
                .read(Changes.OnWire.class)
                .of(table.table());
    }

    private String path(String webhook) {
        return table.webhooks() + "/" + PercentEncoding.encode(webhook);
    }

    /** A webhook that was refreshed. */
    record Refreshed(Instant expirationTime) {}
}
