package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a run.
 *
 * @param throughputs of warm servers
 * @param startSeconds from the start of the process to its first correct response, for each start
 * @param warmUps throughputs of servers that have just started
 * @param residentBytes after a load, of each process
 * @param missing why there is no figure where there should be one, in a few words
 */
public record BenchResults(
        Map<ServerInScenario, Throughput> throughputs,
        Map<ServerInScenario, List<Double>> startSeconds,
        Map<ServerInScenario, Map<WarmUpWindow, Throughput>> warmUps,
        Map<ServerInScenario, List<Double>> residentBytes,
        Map<ServerInScenario, String> missing) {

    /** Copies the maps. */
    public BenchResults {
        throughputs = Map.copyOf(throughputs);
        startSeconds = Map.copyOf(startSeconds);
        warmUps = Map.copyOf(warmUps);
        residentBytes = Map.copyOf(residentBytes);
        missing = Map.copyOf(missing);
    }

    /** Only these. */
    public static BenchResults throughputs(Map<ServerInScenario, Throughput> throughputs) {
        return new BenchResults(throughputs, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Only these, in seconds. */
    public static BenchResults startups(Map<ServerInScenario, List<Double>> seconds) {
        return new BenchResults(Map.of(), seconds, Map.of(), Map.of(), Map.of());
    }

    /** Only these. */
    public static BenchResults warmUps(Map<ServerInScenario, Map<WarmUpWindow, Throughput>> throughputs) {
        return new BenchResults(Map.of(), Map.of(), throughputs, Map.of(), Map.of());
    }

    /** Only these, in bytes. */
    public static BenchResults memory(Map<ServerInScenario, List<Double>> residentBytes) {
        return new BenchResults(Map.of(), Map.of(), Map.of(), residentBytes, Map.of());
    }

    /** Only the reasons why figures are missing. */
    public static BenchResults missing(Map<ServerInScenario, String> reasons) {
        return new BenchResults(Map.of(), Map.of(), Map.of(), Map.of(), reasons);
    }

    /** These and more. */
    public BenchResults and(BenchResults more) {
        return new BenchResults(
                union(throughputs, more.throughputs),
                union(startSeconds, more.startSeconds),
                union(warmUps, more.warmUps),
                union(residentBytes, more.residentBytes),
                union(missing, more.missing));
    }

    private static <V> Map<ServerInScenario, V> union(Map<ServerInScenario, V> some, Map<ServerInScenario, V> more) {
        var union = new HashMap<>(some);
        union.putAll(more);
        return union;
    }

    /** Requests per second of a warm server, in each round; none if it was not measured. */
    public List<Double> rates(MeasuredServer server, LoadScenario scenario) {
        var throughput = throughputs.get(new ServerInScenario(server, scenario));
        return throughput == null ? List.of() : throughput.rounds();
    }

    /** A figure of a warm server; empty if it was not measured. */
    public OptionalDouble figure(MeasuredServer server, LoadScenario scenario, ToDoubleFunction<Throughput> figure) {
        return Optional.ofNullable(throughputs.get(new ServerInScenario(server, scenario))).stream()
                .mapToDouble(figure)
                .findFirst();
    }

    /** Requests per second of a server that has just started, in each round; none if it was not measured. */
    public List<Double> warmUpRates(MeasuredServer server, LoadScenario scenario, WarmUpWindow window) {
        return Optional.ofNullable(warmUps.get(new ServerInScenario(server, scenario)))
                .map(windows -> windows.get(window))
                .map(Throughput::rounds)
                .orElse(List.of());
    }

    /** Seconds of each start; none if it was not measured. */
    public List<Double> starts(MeasuredServer server, LoadScenario scenario) {
        return startSeconds.getOrDefault(new ServerInScenario(server, scenario), List.of());
    }

    /** Bytes of each process; none if it was not measured. */
    public List<Double> memory(MeasuredServer server, LoadScenario scenario) {
        return residentBytes.getOrDefault(new ServerInScenario(server, scenario), List.of());
    }
}
