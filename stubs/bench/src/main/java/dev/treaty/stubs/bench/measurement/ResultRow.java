package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A row of the table: what is measured, and which goals the figures should reach.
 *
 * @param key its name on the command line
 * @param title its name in the table, in two lines
 * @param scenario what the servers are asked
 * @param servers those that have a figure in this row
 * @param comparedWith figures of other rows that its goals need
 * @param goals computed from the results
 */
public record ResultRow(
        String key,
        String title,
        Kind kind,
        LoadScenario scenario,
        Set<MeasuredServer> servers,
        Set<ServerInScenario> comparedWith,
        List<Function<BenchResults, PerformanceGoal>> goals) {

    /** Variants of our own server; a row has the figure of one of them in the first column. */
    public static final List<MeasuredServer> VARIANTS =
            List.of(MeasuredServer.TREATY_WITH_STATE, MeasuredServer.TREATY_WITH_ARCHIVE);

    /** Copies the collections. */
    public ResultRow {
        servers = Set.copyOf(servers);
        comparedWith = Set.copyOf(comparedWith);
        goals = List.copyOf(goals);
    }

    /** What is measured. */
    public enum Kind {
        /** Requests per second of a warm server. */
        THROUGHPUT,

        /** Seconds to the first response. */
        STARTUP,

        /** Requests per second of a server that has just started. */
        WARM_UP,

        /** Bytes after a load. */
        MEMORY
    }

    /** The goals, with the figures of this run. */
    public List<PerformanceGoal> goals(BenchResults results) {
        return goals.stream().map(goal -> goal.apply(results)).toList();
    }

    /** The figures in one column of the table; empty if the row has none there. */
    public List<ServerInScenario> figures(MeasuredServer column) {
        var server = column == MeasuredServer.TREATY ? ours() : column;
        if (!servers.contains(server)) {
            return List.of();
        }
        return server == MeasuredServer.PACT_STUB_SERVER && kind == Kind.THROUGHPUT
                ? List.of(new ServerInScenario(server, scenario), new ServerInScenario(server, LoadScenario.GET_100))
                : List.of(new ServerInScenario(server, scenario));
    }

    /** Everything that must be measured: the figures of this row, and those that they are compared with. */
    public Set<ServerInScenario> needed() {
        var needed = new LinkedHashSet<>(comparedWith);
        for (var column : MeasuredServer.values()) {
            needed.addAll(figures(column));
        }
        return needed;
    }

    /** The stub server whose figure is in the first column. */
    MeasuredServer ours() {
        return VARIANTS.stream().filter(servers::contains).findFirst().orElse(MeasuredServer.TREATY);
    }
}
