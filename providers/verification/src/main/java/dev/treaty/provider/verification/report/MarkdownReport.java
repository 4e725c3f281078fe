package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report for a CI job's page: the table, the failures in full, and all interactions folded. */
final class MarkdownReport {

    /** The line that closes a fence is at least as long as the one that opened it; no message contains one this long. */
    private static final String FENCE = "~~~~~~~~";

    private MarkdownReport() {}

    static String of(VerificationReport report, ReportOrigin origin) {
        return Stream.of(
                        "# Contracts: " + VerificationReport.counts(report.results()),
                        origin.toString(),
                        table(report),
                        failures(report.results()),
                        folded(report),
                        VerificationReport.legend(report.results()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String table(VerificationReport report) {
        var providers = report.providers();
        return Stream.concat(
                        Stream.of(
                                row("consumer", providers),
                                row("---", providers.stream().map(any -> "---").toList())),
                        report.consumers().stream()
                                .map(consumer -> row(
                                        consumer,
                                        providers.stream()
                                                .map(provider -> cell(report.versions(consumer, provider)))
                                                .toList())))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(List<List<VerificationResult>> versions) {
        return versions.stream()
                .map(interactions -> label(interactions) + VerificationReport.counts(interactions))
                .collect(Collectors.joining("<br>"));
    }

    private static String label(List<VerificationResult> interactions) {
        var version = VerificationReport.label(interactions);
        return version.isEmpty() ? "" : escaped(version) + ": ";
    }

    private static String row(String first, List<String> others) {
        return "| " + first + " | " + others.stream().map(other -> other + " |").collect(Collectors.joining(" "));
    }

    private static String failures(List<VerificationResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED || result.outcome() == Outcome.PENDING)
                .map(result -> """
                        ## %s: %s

                        %s
                        %s
                        %s""".formatted(result.outcome().words(), title(result), FENCE, result.why(), FENCE))
                .collect(Collectors.joining("\n\n"));
    }

    private static String folded(VerificationReport report) {
        return report.contracts().stream().map(MarkdownReport::interactions).collect(Collectors.joining("\n\n"));
    }

    private static String interactions(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        return """
                <details><summary>%s &rarr; %s: %s</summary>

                %s%s

                </details>""".formatted(
                        first.consumer(),
                        first.provider(),
                        VerificationReport.counts(interactions),
                        circumstances(interactions),
                        interactions.stream().map(MarkdownReport::item).collect(Collectors.joining("\n")));
    }

    private static String circumstances(List<VerificationResult> interactions) {
        return VerificationReport.circumstances(interactions).stream()
                .map(line -> escaped(line) + "\n\n")
                .collect(Collectors.joining());
    }

    private static String item(VerificationResult result) {
        var unsaid = result.outcome() == Outcome.SKIPPED || result.outcome() == Outcome.NOT_VERIFIED;
        var reason = unsaid && !result.why().isEmpty() ? " (" + escaped(result.why()) + ")" : "";
        return "- %s: %s%s".formatted(result.outcome().words(), escaped(result.description()), reason);
    }

    private static String title(VerificationResult result) {
        var version = result.version().isEmpty() ? "" : " (" + escaped(result.version()) + ")";
        return "%s%s &rarr; %s, %s"
                .formatted(result.consumer(), version, result.provider(), escaped(result.description()));
    }

    /** Descriptions are plain text, not markup. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>\\[\\]|#]", "\\\\$0").replaceAll("\\s+", " ");
    }
}
