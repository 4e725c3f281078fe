package dev.treaty.provider.verification.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Results by consumer and provider.
 *
 * @param results by consumer, provider and version, the worst first, then by description
 */
public record VerificationReport(List<VerificationResult> results) {

    /** Copies and sorts the results. */
    public VerificationReport {
        results = results.stream()
                .sorted(Comparator.comparing(VerificationResult::consumer)
                        .thenComparing(VerificationResult::provider)
                        .thenComparing(VerificationResult::version)
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

    /** The results of each contract between a consumer and a provider: one, or each version of it that a broker selected. */
    List<List<VerificationResult>> versions(String consumer, String provider) {
        return List.copyOf(between(consumer, provider).stream()
                .collect(Collectors.groupingBy(VerificationResult::version, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** A version of a contract, short enough for a table, e.g. {@code "4f2c9d0e8b7a… of main"}; empty if it did not come from a broker. */
    static String label(List<VerificationResult> interactions) {
        return interactions
                .get(0)
                .version()
                .replaceFirst("^version ", "")
                .replaceFirst(", .*", "")
                .replaceAll("\\b([0-9a-f]{12})[0-9a-f]{28}\\b", "$1…");
    }

    /** The results of each version of each contract, by consumer, then provider. */
    public List<List<VerificationResult>> contracts() {
        return consumers().stream()
                .flatMap(consumer -> providers().stream().flatMap(provider -> versions(consumer, provider).stream()))
                .toList();
    }

    /** Which version of a contract was verified, and what responded; a line each, none if unknown. */
    static List<String> circumstances(List<VerificationResult> interactions) {
        return Stream.of(interactions.get(0).version(), targets(interactions))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What responded, e.g. {@code "answered by http://localhost:8081"}; empty if nothing did. */
    public static String targets(List<VerificationResult> results) {
        var targets = results.stream()
                .map(VerificationResult::target)
                .filter(target -> !target.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return targets.isEmpty() ? "" : "answered by " + targets;
    }

    /** What the words "simulated" and "replayed" mean, if a result has that outcome; otherwise empty. */
    public static String legend(List<VerificationResult> results) {
        return Stream.of(VerificationResult.Outcome.SIMULATED, VerificationResult.Outcome.REPLAYED)
                .filter(outcome -> results.stream().anyMatch(result -> result.outcome() == outcome))
                .map(outcome -> outcome.words() + ": " + outcome.meaning())
                .collect(Collectors.joining("\n"));
    }

    /** How many results have each outcome, the worst first, e.g. {@code "2 failed, 10 verified"}. */
    public static String counts(List<VerificationResult> results) {
        Map<VerificationResult.Outcome, Long> counts = results.stream()
                .map(VerificationResult::outcome)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
