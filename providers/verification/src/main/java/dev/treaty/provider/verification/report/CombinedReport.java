package dev.treaty.provider.verification.report;

import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The report of all contracts, as far as one build has got: written anew after each verification, so that there is one when a broken contract
 * stops the build.
 *
 * @param providers the folder of the provider modules
 * @param build the id of the build; results of other builds are ignored
 * @param folder where the report is written to
 */
public record CombinedReport(Path providers, String build, Path folder) {

    private static final String NAME = "verification";

    /** That of the build that runs this test; empty if the test runs by itself, e.g. in an IDE. */
    public static Optional<CombinedReport> ofThisBuild() {
        var build = System.getProperty("build.id");
        var providers = System.getProperty("verification.providers");
        return build == null || providers == null
                ? Optional.empty()
                : Optional.of(new CombinedReport(Path.of(providers), build, Path.of(providers, "report", "target")));
    }

    /** The page that is written. */
    public Path page() {
        return folder.resolve(NAME + ".html");
    }

    /** The results so far of all committed contracts, and of others that were verified. */
    public VerificationReport results() {
        return results(PactFile.onClassPath());
    }

    /** Like {@link #results()}, but of these contracts. */
    public VerificationReport results(List<PactFile> contracts) {
        return BuildResults.read(providers, build).with(contracts);
    }

    /** Writes the results so far; modules that are verified at the same time write one after the other. */
    public VerificationReport write() {
        return write(PactFile.onClassPath());
    }

    /** Like {@link #write()}, but of these contracts. */
    public VerificationReport write(List<PactFile> contracts) {
        synchronized (CombinedReport.class) { // a file is locked for other processes, not for other threads
            return writeAlone(contracts);
        }
    }

    private VerificationReport writeAlone(List<PactFile> contracts) {
        try {
            Files.createDirectories(folder);
            try (var lock = FileChannel.open(
                    folder.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                var unused = lock.lock();
                var results = results(contracts);
                ReportFiles.write(results, ReportOrigin.now(providers), folder, NAME);
                return results;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
