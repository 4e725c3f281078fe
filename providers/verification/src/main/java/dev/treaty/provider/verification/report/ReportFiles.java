package dev.treaty.provider.verification.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report to files. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes {@code <name>.md}, for a CI job's page, and {@code <name>.html}, which needs no other file. */
    public static void write(VerificationReport report, ReportOrigin origin, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".md"), MarkdownReport.of(report, origin));
            Files.writeString(folder.resolve(name + ".html"), HtmlReport.of(report, origin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the results of a run: the same two, and {@code <name>.json}. */
    public static void write(VerificationRun run, ReportOrigin origin, Path folder, String name) {
        write(new VerificationReport(run.results()), origin, folder, name);
        VerificationRecord.of(run.results(), origin).write(folder.resolve(name + ".json"));
    }

    /** Writes {@code <name>.xml}, in the form in which build servers read the results of tests. */
    public static void writeXml(VerificationRun run, ReportOrigin origin, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".xml"), XmlReport.of(run.results(), origin, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
