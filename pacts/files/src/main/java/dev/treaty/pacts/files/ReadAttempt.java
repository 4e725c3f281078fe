package dev.treaty.pacts.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The result of reading one file: either a contract, or why it could not be read.
 *
 * @param path the file, or a folder without any
 */
record ReadAttempt(Path path, Optional<ReadPact> contract, Optional<UnreadablePactFile> failure) {

    static ReadAttempt succeeded(ReadPact contract) {
        return new ReadAttempt(contract.path(), Optional.of(contract), Optional.empty());
    }

    static ReadAttempt failed(UnreadablePactFile failure) {
        return new ReadAttempt(failure.path(), Optional.empty(), Optional.of(failure));
    }
}
