package dev.treaty.pacts.broker.command;

/** How a command prints; named as on the command line. */
enum OutputFormat {
    /** For people. */
    text,
    /** For people, too; the official command line calls it so where it prints a table. */
    table,
    /** For programs. */
    json,
    /** Only what identifies the result. */
    id
}
