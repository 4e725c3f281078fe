package dev.treaty.stubs.replay;

import java.util.Locale;

/** What became of a request. */
enum Outcome {

    /** An interaction answered, or a mapping that was added. */
    MATCH,

    /** No interaction answered, or several contended. */
    MISS,

    /** It was disturbed: a fault, or a status that no contract has. */
    FAULT,

    /** It could not be read, or not be compared in time: too long, no HTTP, or a disturbance that does not exist. */
    REFUSED,

    /** It was for the admin API. */
    ADMIN;

    /** E.g. {@code "match"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
