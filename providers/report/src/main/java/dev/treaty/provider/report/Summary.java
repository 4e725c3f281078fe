package dev.treaty.provider.report;

import dev.treaty.provider.verification.report.CombinedReport;
import dev.treaty.provider.verification.report.TextReport;
import dev.treaty.provider.verification.report.VerificationReport;
import java.nio.file.Path;

/**
 * What is printed at the end of the build: each contract with its interactions and their results. The same is written to
 * {@code verification.md} and {@code verification.html}.
 *
 * <p>Arguments: the folder of the provider modules, the id of this build, and the folder to write to.
 */
public final class Summary {

    private final VerificationReport report;

    Summary(VerificationReport report) {
        this.report = report;
    }

    /** Prints and writes the summary. Never fails, because a broken contract has already failed its verification. */
    public static void main(String[] arguments) {
        var report = new CombinedReport(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]));
        System.out.println(new Summary(report.write()));
    }

    @Override
    public String toString() {
        return TextReport.of(report, " in this build");
    }
}
