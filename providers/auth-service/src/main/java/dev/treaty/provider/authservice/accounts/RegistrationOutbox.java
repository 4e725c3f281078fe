package dev.treaty.provider.authservice.accounts;

import org.jdbi.v3.core.Handle;

/**
 * Events that wait to be published. They are written in the transaction of the registration they report, so that there is neither an event
 * without a registration nor the reverse.
 *
 * <p>Nothing publishes them yet; workspace-service's relay could.
 */
final class RegistrationOutbox {

    private RegistrationOutbox() {}

    /** Adds an event to a transaction. */
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
