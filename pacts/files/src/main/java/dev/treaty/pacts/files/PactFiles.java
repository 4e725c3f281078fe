package dev.treaty.pacts.files;

import java.util.List;

/**
 * The result of reading several files.
 *
 * @param readable the contracts, in the order in which they were named or found
 * @param unreadable why the other files could not be read, in that order
 */
public record PactFiles(List<PactFile> readable, List<UnreadablePactFile> unreadable) {

    /** Copies both lists. */
    public PactFiles {
        readable = List.copyOf(readable);
        unreadable = List.copyOf(unreadable);
    }
}
