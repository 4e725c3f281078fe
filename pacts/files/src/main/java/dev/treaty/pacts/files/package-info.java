/**
 * Reads, checks and watches pact files: {@link dev.treaty.pacts.files.PactFile} reads them from disk or from the class path,
 * {@link dev.treaty.pacts.files.PactSource} reads them again when they change, and
 * {@link dev.treaty.pacts.files.UnreadablePactFile} says what is wrong with one, with line and column.
 *
 * <p>Knows no HTTP server and no participant.
 */
@NullMarked
package dev.treaty.pacts.files;

import org.jspecify.annotations.NullMarked;
