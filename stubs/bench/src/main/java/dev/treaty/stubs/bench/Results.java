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
record Results(
        Map<Subject, Throughput> throughputs,
        Map<Subject, List<Double>> startSeconds,
        Map<Subject, Long> residentBytes,
        Map<Subject, String> missing) {

    Results {
        throughputs = Map.copyOf(throughputs);
        startSeconds = Map.copyOf(startSeconds);
        residentBytes = Map.copyOf(residentBytes);
        missing = Map.copyOf(missing);
    }

    /** Both. */
    Results and(Results more) {
        return new Results(
                both(throughputs, more.throughputs),
                both(startSeconds, more.startSeconds),
                both(residentBytes, more.residentBytes),
                both(missing, more.missing));
    }

    private static <V> Map<Subject, V> both(Map<Subject, V> some, Map<Subject, V> more) {
        var both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    /** All that something is known of, in the order of the table. */
    List<Subject> subjects() {
        return Stream.of(throughputs, startSeconds, residentBytes, missing)
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .sorted(Comparator.<Subject, Integer>comparing(
                                subject -> subject.scenario().connections())
                        .thenComparing(subject -> subject.scenario().interactions())
                        .thenComparing(subject -> subject.scenario().workload().name())
                        .thenComparing(Subject::server))
                .toList();
    }

    /** Empty if it was not measured. */
    Optional<Throughput> throughput(Subject subject) {
        return Optional.ofNullable(throughputs.get(subject));
    }

    /** Requests a second; empty if it was not measured. */
    OptionalDouble rate(Server server, Scenario scenario) {
        return load(server, scenario, Throughput::requestsPerSecond);
    }

    /** A figure of its load; empty if it was not measured. */
    OptionalDouble load(Server server, Scenario scenario, ToDoubleFunction<Throughput> figure) {
        return throughput(new Subject(server, scenario)).stream()
                .mapToDouble(figure)
                .findFirst();
    }

    /** The median of the starts, in seconds; empty if it was not measured. */
    OptionalDouble start(Server server, Scenario scenario) {
        var seconds = startSeconds.get(new Subject(server, scenario));
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(Median.of(seconds));
    }

    /** In bytes; empty if it was not measured. */
    OptionalDouble memory(Server server, Scenario scenario) {
        var bytes = residentBytes.get(new Subject(server, scenario));
        return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    /** Why there is no figure of it; empty if nothing went wrong. */
    Optional<String> missing(Subject subject) {
        return Optional.ofNullable(missing.get(subject));
    }
}
