package dev.treaty.provider.verification.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Results by consumer and provider.
 *
 * @param results by consumer, then provider, the worst first, then by description
 */
public record VerificationReport(List<VerificationResult> results) {

    /** Copies and sorts the results. */
    public VerificationReport {
        results = results.stream()
                .sorted(Comparator.comparing(VerificationResult::consumer)
                        .thenComparing(VerificationResult::provider)
                        .thenComparing(VerificationResult::outcome)
                        .thenComparing(VerificationResult::description)
                        .thenComparing(VerificationResult::key))
                .toList();
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

    /** What a consumer needs from a provider; empty if it does not call it. */
    List<VerificationResult> between(String consumer, String provider) {
        return results.stream()
                .filter(result ->
                        result.consumer().equals(consumer) && result.provider().equals(provider))
                .toList();
    }

    /** How many results have each outcome, the worst first, e.g. {@code "2 failed, 10 verified"}. */
    static String counts(List<VerificationResult> results) {
        Map<VerificationResult.Outcome, Long> counts = results.stream()
                .map(VerificationResult::outcome)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
