package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.measurement.ResultRow.Kind;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Measures everything that some rows of the table need, each thing once. */
public final class BenchRun {

    /** Servers that are compared with each other run at the same time. */
    private static final List<Set<LoadScenario>> TOGETHER = List.of(
            EnumSet.range(LoadScenario.GET_10, LoadScenario.GET_100_000),
            EnumSet.of(LoadScenario.THOUSAND_CONNECTIONS),
            EnumSet.of(LoadScenario.PAYMENTS),
            EnumSet.of(LoadScenario.CREATE_AND_RETRIEVE));

    private final ServerLauncher launcher;
    private final RunLength length;
    private final PrintStream progress;

    /** Measures nothing yet. */
    public BenchRun(ServerLauncher launcher, RunLength length, PrintStream progress) {
        this.launcher = launcher;
        this.length = length;
        this.progress = progress;
    }

    /** Measures; takes minutes. */
    public BenchResults measure(Collection<ResultRow> rows) throws IOException, InterruptedException {
        var results = absent(rows)
                .and(new StartupRun(launcher, length.rounds(), progress)
                        .measure(present(rows, Set.of(Kind.STARTUP)), present(rows, Set.of(Kind.WARM_UP))));
        for (var scenarios : TOGETHER) {
            var servers = present(rows, Set.of(Kind.THROUGHPUT));
            servers.removeIf(server -> !scenarios.contains(server.scenario()));
            results = results.and(new ThroughputRun(launcher, length, progress).measure(servers));
        }
        return results.and(new MemoryRun(launcher, length, progress).measure(present(rows, Set.of(Kind.MEMORY))));
    }

    private BenchResults absent(Collection<ResultRow> rows) {
        var missing = new LinkedHashMap<ServerInScenario, String>();
        for (var row : rows) {
            for (var server : row.needed()) {
                launcher.absence(server.server()).ifPresent(reason -> missing.put(server, reason));
            }
        }
        return BenchResults.missing(missing);
    }

    private Set<ServerInScenario> present(Collection<ResultRow> rows, Set<Kind> kinds) {
        var servers = new LinkedHashSet<ServerInScenario>();
        rows.stream().filter(row -> kinds.contains(row.kind())).forEach(row -> servers.addAll(row.needed()));
        servers.removeIf(server -> launcher.absence(server.server()).isPresent());
        return servers;
    }
}
