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
        return load(filesOrFolders, PactFileLimits.DEFAULT);
    }

    /** Like {@link #load(Collection)}, but with other limits. */
    public static PactFiles load(Collection<Path> filesOrFolders, PactFileLimits limits) {
        return of(new PactFileReader(limits).read(filesOrFolders));
    }

    static PactFiles of(List<ReadAttempt> attempts) {
        var readable = new ArrayList<PactFile>();
        var unreadable = new ArrayList<UnreadablePactFile>();
        for (var attempt : attempts) {
            attempt.contract().map(PactFile::of).ifPresent(readable::add);
            attempt.failure().ifPresent(unreadable::add);
        }
        return new PactFiles(readable, unreadable);
    }
}
