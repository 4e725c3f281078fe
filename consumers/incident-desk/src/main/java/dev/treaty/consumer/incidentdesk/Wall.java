package dev.treaty.consumer.incidentdesk;

import java.util.Locale;

/** What stands between a clone and production; each of them refuses alone. */
public enum Wall {
    /** The target is of the kind production. */
    KIND,
    /** The target is a production server under another name. */
    SERVER_IDENTITY,
    /** The role that reads the source could write to it. */
    SOURCE_PRIVILEGES,
    /** A statement that writes reached the transaction that reads the source. */
    READ_ONLY_TRANSACTION,
    /** The target itself says that it is production. */
    MARKER;

    /** For people, e.g. {@code "server identity"}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
