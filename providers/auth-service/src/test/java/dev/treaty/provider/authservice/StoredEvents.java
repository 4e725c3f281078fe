package dev.treaty.provider.authservice;

import org.jdbi.v3.core.Jdbi;

/** What the service's outbox really holds. */
final class StoredEvents {

    private StoredEvents() {}

    /** The bytes of the event that the registration of an address wrote. */
    static byte[] registrationOf(String email, Jdbi stored) {
        return stored.withHandle(handle -> handle.createQuery("""
                                SELECT body FROM outbox JOIN registered_user ON registered_user.id = subject
                                WHERE email = :email""")
                .bind("email", email)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> new AssertionError("no event about the registration is in the outbox")));
    }
}
