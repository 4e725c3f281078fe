package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.PactFiles;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.lint.Lint;
import dev.treaty.stubs.server.broker.BrokerPacts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contracts: those that load, and what is wrong with each.
 *
 * @param broken three lines each
 */
record CheckedFiles(List<PactFile> loaded, List<String> broken, List<ErrorMessage> findings) {

    /** Checks files, and the {@code .json} files directly in folders. */
    static CheckedFiles of(List<Path> paths, PactFileLimits limits) {
        var files = PactFiles.load(paths, limits);
        var broken = files.unreadable().stream()
                .map(UnreadablePactFile::getMessage)
                .map(String::valueOf)
                .toList();
        return of(files.readable(), broken, FileFindings.ofFiles(limits));
    }

    /** Checks what a broker selects. */
    static CheckedFiles of(BrokerPacts pacts, PactFileLimits limits) {
        var wrong = pacts.read();
        var broken = Stream.concat(wrong.nothing().stream(), wrong.unreadable().stream())
                .toList();
        return of(pacts.contracts(), broken, new FileFindings(limits, pacts::audit));
    }

    private static CheckedFiles of(List<PactFile> files, List<String> broken, FileFindings checks) {
        var findings = files.stream()
                .flatMap(file ->
                        Stream.concat(checks.in(file).stream(), FileFindings.guarded(file, () -> lint(file)).stream()))
                .distinct()
                .toList();
        return new CheckedFiles(files, broken, findings);
    }

    private static List<ErrorMessage> lint(PactFile file) {
        return Lint.findingsInAnyPact(file.path().toString(), file.toJson());
    }

    /** These and others. */
    CheckedFiles and(CheckedFiles others) {
        return new CheckedFiles(
                joined(loaded, others.loaded), joined(broken, others.broken), joined(findings, others.findings));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Three lines each. */
    List<String> problems() {
        return Stream.concat(broken.stream(), findings.stream().map(ErrorMessage::toString))
                .toList();
    }

    String summary() {
        return Quantity.of(broken.size(), "broken file") + ", " + Quantity.of(findings.size(), "finding");
    }
}
