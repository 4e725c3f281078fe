package dev.treaty.provider.report;

import dev.treaty.provider.verification.report.CombinedReport;
import dev.treaty.provider.verification.report.VerificationReport;
import dev.treaty.provider.verification.report.VerificationResult;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

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
        var legend = VerificationReport.legend(report.results());
        return report.contracts().stream().map(Summary::contract).collect(Collectors.joining("\n", "\n", "\n"))
                + "%s, %s: %s in this build%n"
                        .formatted(
                                count(report.contracts().size(), "contract"),
                                count(report.results().size(), "interaction"),
                                VerificationReport.counts(report.results()))
                + (legend.isEmpty() ? "" : legend + "\n");
    }

    private static String contract(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        var target = VerificationReport.targets(interactions);
        return interactions.stream()
                .map(Summary::line)
                .collect(Collectors.joining(
                        "\n",
                        "%s -> %s, %s%s%n"
                                .formatted(
                                        first.consumer(),
                                        first.provider(),
                                        count(interactions.size(), "interaction"),
                                        target.isEmpty() ? "" : ", " + target),
                        "\n"));
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static String line(VerificationResult result) {
        return result.outcome() == Outcome.SKIPPED
                ? "  %-12s  %s (%s)".formatted(result.outcome().words(), result.description(), result.why())
                : "  %-12s  %s".formatted(result.outcome().words(), result.description());
    }
}
