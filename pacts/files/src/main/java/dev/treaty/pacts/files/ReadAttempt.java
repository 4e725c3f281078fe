package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.V4Pact;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The result of reading one file: either a pact, or why it could not be read.
 *
 * @param path the file, or a folder without any
 */
record ReadAttempt(Path path, Optional<V4Pact> pact, Optional<UnreadablePactFile> failure) {

    static ReadAttempt succeeded(Path path, V4Pact pact) {
        return new ReadAttempt(path, Optional.of(pact), Optional.empty());
    }

    static ReadAttempt failed(UnreadablePactFile failure) {
        return new ReadAttempt(failure.path(), Optional.empty(), Optional.of(failure));
    }
}
