package dev.treaty.pacts.files;

import java.nio.file.Path;
import java.util.List;

/**
 * What has changed in pact files since they were last read.
 *
 * @param contracts all current contracts; for a broken file, its last good version
 * @param read those among them that were changed or added
 * @param removed files that no longer exist
 * @param unreadable files that were changed and are now broken, and folders that are now empty
 */
public record PactChanges(
        List<PactFile> contracts, List<PactFile> read, List<Path> removed, List<UnreadablePactFile> unreadable) {

    /** Copies the lists. */
    public PactChanges {
        contracts = List.copyOf(contracts);
        read = List.copyOf(read);
        removed = List.copyOf(removed);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether any contract was changed, added or removed. */
    public boolean changeContracts() {
        return !read.isEmpty() || !removed.isEmpty();
    }
}
