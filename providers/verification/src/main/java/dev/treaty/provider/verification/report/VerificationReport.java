package dev.treaty.provider.verification.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of contracts: consumers, providers, and between each two of them their interactions.
 *
 * @param results by consumer, then provider, the worst first, then by description
 */
public record VerificationReport(List<VerificationResult> results) {

    /** Keeps a sorted copy. */
    public VerificationReport {
        results = results.stream()
                .sorted(Comparator.comparing(VerificationResult::consumer)
                        .thenComparing(VerificationResult::provider)
                        .thenComparing(VerificationResult::outcome)
                        .thenComparing(VerificationResult::description)
                        .thenComparing(VerificationResult::key))
                .toList();
    }

    /** Writes {@code <name>.md}, for a job page, and {@code <name>.html}, which needs nothing but itself. */
    public void write(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".md"), MarkdownReport.of(this));
            Files.writeString(directory.resolve(name + ".html"), HtmlReport.of(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> consumers() {
        return results.stream().map(VerificationResult::consumer).distinct().toList();
    }

    List<String> providers() {
        return results.stream()
                .map(VerificationResult::provider)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a consumer needs of a provider; nothing when it does not call it. */
    List<VerificationResult> between(String consumer, String provider) {
        return results.stream()
                .filter(result ->
                        result.consumer().equals(consumer) && result.provider().equals(provider))
                .toList();
    }

    /** How many came to what, the worst first, e.g. {@code "2 failed, 10 verified"}. */
    static String counts(List<VerificationResult> results) {
        Map<VerificationResult.Outcome, Long> counts = results.stream()
                .map(VerificationResult::outcome)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
