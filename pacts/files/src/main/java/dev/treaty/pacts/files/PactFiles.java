package dev.treaty.pacts.files;

import java.util.List;

/**
 * What came of reading several files.
 *
 * @param readable in the order in which they were named or found
 * @param unreadable why the others could not be read, in that order
 */
public record PactFiles(List<PactFile> readable, List<UnreadablePactFile> unreadable) {

    /** Copies both. */
    public PactFiles {
        readable = List.copyOf(readable);
        unreadable = List.copyOf(unreadable);
    }
}
