package dev.treaty.stubs.http.admin;

import java.util.Locale;

/** How a request ended. */
enum OutcomeKind {

    /** An interaction answered, or a mapping that was added through the admin API. */
    MATCH,

    /** A provider's replay answered from its state. */
    REPLAY,

    /** No interaction answered, or several were ambiguous. */
    MISS,

    /** A fault was injected: a broken connection, or a status that no contract has. */
    FAULT,

    /** The request could not be read, or not be compared in time. */
    REFUSED,

    /** A page of another origin asked which requests it may send. */
    PREFLIGHT,

    /** The client went while its request waited. */
    ABANDONED,

    /** The request was for the admin API, or controlled a provider's replay. */
    ADMIN;

    /** E.g. {@code "match"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
