package dev.treaty.provider.authservice;

import org.jdbi.v3.core.Handle;

/**
 * Events that have happened and wait to be published. They are written in the transaction of what happened, so that there is
 * neither an event without its cause nor the reverse.
 *
 * <p>Nothing publishes them from here yet: whoever ports this service takes workspace-service's relay with it.
 */
final class Outbox {

    private Outbox() {}

    /** Adds an event, in the transaction that a handle is in. */
    static void add(Handle transaction, UserRegistered event) {
        transaction
                .createUpdate("""
                        INSERT INTO outbox (id, type, subject, time, body) VALUES (:id, :type, :subject, :time, :body)""")
                .bind("id", event.id())
                .bind("type", UserRegistered.TYPE)
                .bind("subject", event.user().id())
                .bind("time", event.time())
                .bind("body", event.json())
                .execute();
    }
}
