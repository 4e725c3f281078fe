package dev.treaty.provider.environmentcloner.refusals;

import java.util.Locale;

/** The five walls around production; each of them is enough. */
public enum WallName {
    /** An environment of the kind production is never a target. */
    KIND,
    /** A target whose server and database are those of a production environment, by whatever name. */
    SERVER_IDENTITY,
    /** A source is read by a role that can write nothing. */
    SOURCE_PRIVILEGES,
    /** A source is read in a transaction that can write nothing. */
    READ_ONLY_TRANSACTION,
    /** Each database says itself which environment it is. */
    MARKER;

    /** E.g. {@code server-identity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
