package dev.treaty.stubs.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a run has found.
 *
 * @param throughputs by server and workload
 * @param startSeconds from the start of the process to its first right answer, of each start
 * @param residentBytes after the load
 * @param missing why there is no figure, shortly, where there should be one
 */
record BenchResults(
        Map<BenchSubject, Throughput> throughputs,
        Map<BenchSubject, List<Double>> startSeconds,
        Map<BenchSubject, Long> residentBytes,
        Map<BenchSubject, String> missing) {

    BenchResults {
        throughputs = Map.copyOf(throughputs);
        startSeconds = Map.copyOf(startSeconds);
        residentBytes = Map.copyOf(residentBytes);
        missing = Map.copyOf(missing);
    }

    /** Both. */
    BenchResults and(BenchResults more) {
        return new BenchResults(
                both(throughputs, more.throughputs),
                both(startSeconds, more.startSeconds),
                both(residentBytes, more.residentBytes),
                both(missing, more.missing));
    }

    private static <V> Map<BenchSubject, V> both(Map<BenchSubject, V> some, Map<BenchSubject, V> more) {
        var both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    /** All that something is known of, in the order of the table. */
    List<BenchSubject> subjects() {
        return Stream.of(throughputs, startSeconds, residentBytes, missing)
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .sorted(Comparator.<BenchSubject, Integer>comparing(
                                subject -> subject.scenario().connections())
                        .thenComparing(subject -> subject.scenario().interactions())
                        .thenComparing(subject -> subject.scenario().workload().name())
                        .thenComparing(BenchSubject::server))
                .toList();
    }

    /** Empty if it was not measured. */
    Optional<Throughput> throughput(BenchSubject subject) {
        return Optional.ofNullable(throughputs.get(subject));
    }

    /** Requests a second; empty if it was not measured. */
    OptionalDouble rate(MeasuredServer server, LoadScenario scenario) {
        return load(server, scenario, Throughput::requestsPerSecond);
    }

    /** A figure of its load; empty if it was not measured. */
    OptionalDouble load(MeasuredServer server, LoadScenario scenario, ToDoubleFunction<Throughput> figure) {
        return throughput(new BenchSubject(server, scenario)).stream()
                .mapToDouble(figure)
                .findFirst();
    }

    /** The median of the starts, in seconds; empty if it was not measured. */
    OptionalDouble start(MeasuredServer server, LoadScenario scenario) {
        var seconds = startSeconds.get(new BenchSubject(server, scenario));
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(Median.of(seconds));
    }

    /** In bytes; empty if it was not measured. */
    OptionalDouble memory(MeasuredServer server, LoadScenario scenario) {
        var bytes = residentBytes.get(new BenchSubject(server, scenario));
        return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    /** Why there is no figure of it; empty if nothing went wrong. */
    Optional<String> missing(BenchSubject subject) {
        return Optional.ofNullable(missing.get(subject));
    }
}
