package dev.treaty.provider.report;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.report.ReportFiles;
import dev.treaty.provider.verification.report.VerificationReport;
import dev.treaty.provider.verification.report.VerificationResult;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        var report = Results.read(Path.of(arguments[0]), arguments[1]).with(PactFile.onClassPath());
        ReportFiles.write(report, Path.of(arguments[2]), "verification");
        System.out.println(new Summary(report));
    }

    @Override
    public String toString() {
        var contracts = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.consumer() + " -> " + result.provider(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return contracts.entrySet().stream()
                        .map(contract -> contract(contract.getKey(), contract.getValue()))
                        .collect(Collectors.joining("\n", "\n", "\n"))
                + "%s, %s, %d verified in this build%n"
                        .formatted(
                                count(contracts.size(), "contract"),
                                count(report.results().size(), "interaction"),
                                verified());
    }

    private static String contract(String name, List<VerificationResult> interactions) {
        return interactions.stream()
                .map(Summary::line)
                .collect(Collectors.joining(
                        "\n", "%s, %s%n".formatted(name, count(interactions.size(), "interaction")), "\n"));
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    private static String line(VerificationResult result) {
        return result.outcome() == Outcome.SKIPPED
                ? "  %-12s  %s (%s)".formatted(result.outcome().words(), result.description(), result.why())
                : "  %-12s  %s".formatted(result.outcome().words(), result.description());
    }

    private long verified() {
        return report.results().stream()
                .filter(result -> result.outcome() == Outcome.VERIFIED)
                .count();
    }
}
