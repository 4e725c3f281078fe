package dev.treaty.pacts.files;

import java.nio.file.Path;
import java.util.List;

/**
 * What has become of pact files since they were last read.
 *
 * @param contracts all of them as they are now, of a broken file the last good version
 * @param read those among them that were read anew: changed, or added
 * @param removed files that are there no more
 * @param unreadable files that were changed and are broken now, and folders in which there is nothing any more
 */
public record PactChanges(
        List<PactFile> contracts, List<PactFile> read, List<Path> removed, List<UnreadablePactFile> unreadable) {

    /** Copies all. */
    public PactChanges {
        contracts = List.copyOf(contracts);
        read = List.copyOf(read);
        removed = List.copyOf(removed);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether other contracts are to be served than before. */
    public boolean areToBeServed() {
        return !read.isEmpty() || !removed.isEmpty();
    }
}
