package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.PactFiles;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.lint.Lint;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pact files: those that load, and what is wrong with each.
 *
 * @param broken three lines each
 */
record CheckedFiles(List<PactFile> loaded, List<String> broken, List<ErrorMessage> findings) {

    /** Checks files, and the {@code .json} files directly in folders. */
    static CheckedFiles of(List<Path> paths, PactFileLimits limits) {
        var files = PactFiles.load(paths, limits);
        var findings = files.readable().stream()
                .flatMap(file -> Stream.concat(
                        FileFindings.in(file, limits).stream(), FileFindings.guarded(file, () -> lint(file)).stream()))
                .distinct()
                .toList();
        return new CheckedFiles(
                files.readable(),
                files.unreadable().stream()
                        .map(UnreadablePactFile::getMessage)
                        .map(String::valueOf)
                        .toList(),
                findings);
    }

    private static List<ErrorMessage> lint(PactFile file) {
        return Lint.findingsInAnyPact(file.path().toString(), file.toJson());
    }

    /** Three lines each. */
    List<String> problems() {
        return Stream.concat(broken.stream(), findings.stream().map(ErrorMessage::toString))
                .toList();
    }

    String summary() {
        return "%d broken files, %d findings".formatted(broken.size(), findings.size());
    }
}
