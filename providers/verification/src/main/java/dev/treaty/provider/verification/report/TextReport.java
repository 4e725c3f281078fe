package dev.treaty.provider.verification.report;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** The report for a terminal: each contract with its interactions and their results. */
public final class TextReport {

    private TextReport() {}

    /**
     * The lines of a report.
     *
     * @param scope the end of the last line's sentence, e.g. {@code " in this build"}; may be empty
     */
    public static String of(VerificationReport report, String scope) {
        var legend = VerificationReport.legend(report.results());
        return report.contracts().stream().map(TextReport::contract).collect(Collectors.joining("\n", "\n", "\n"))
                + "%s, %s: %s%s%n"
                        .formatted(
                                Quantity.of(report.contracts().size(), "contract"),
                                Quantity.of(report.results().size(), "interaction"),
                                VerificationReport.counts(report.results()),
                                scope)
                + (legend.isEmpty() ? "" : legend + "\n");
    }

    private static String contract(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        var circumstances = String.join(", ", VerificationReport.circumstances(interactions));
        return interactions.stream()
                .map(TextReport::line)
                .collect(Collectors.joining(
                        "\n",
                        "%s -> %s, %s%s%n"
                                .formatted(
                                        first.consumer(),
                                        first.provider(),
                                        Quantity.of(interactions.size(), "interaction"),
                                        circumstances.isEmpty() ? "" : ", " + circumstances),
                        "\n"));
    }

    private static String line(VerificationResult result) {
        return result.outcome() == Outcome.SKIPPED
                ? "  %-12s  %s (%s)".formatted(result.outcome().words(), result.description(), result.why())
                : "  %-12s  %s".formatted(result.outcome().words(), result.description());
    }
}
