package dev.treaty.pacts.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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

    /**
     * Reads files and folders like {@link PactFile#load}, but returns the errors beside the contracts that can be read.
     */
    public static PactFiles load(Collection<Path> filesOrFolders) {
        return of(new PactFileReader().read(filesOrFolders));
    }

    static PactFiles of(List<ReadAttempt> attempts) {
        var readable = new ArrayList<PactFile>();
        var unreadable = new ArrayList<UnreadablePactFile>();
        for (var attempt : attempts) {
            attempt.pact().ifPresent(pact -> readable.add(PactFile.of(attempt.path(), pact)));
            attempt.failure().ifPresent(unreadable::add);
        }
        return new PactFiles(readable, unreadable);
    }
}
