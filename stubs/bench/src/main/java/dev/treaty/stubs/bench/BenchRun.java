package dev.treaty.stubs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that some rows of the table need, each thing once. */
final class BenchRun {

    /** What is compared with each other runs at the same time. */
    private static final List<Set<LoadScenario>> TOGETHER = List.of(
            Set.of(LoadScenario.GET_10, LoadScenario.GET_100, LoadScenario.GET_10_000, LoadScenario.GET_100_000),
            Set.of(LoadScenario.THOUSAND_CONNECTIONS),
            Set.of(LoadScenario.PAYMENTS));

    private final BenchSettings settings;
    private final ServerLauncher servers;
    private final PrintStream progress;

    /**
     * Measures nothing yet.
     *
     * @param folder for workloads and logs
     */
    BenchRun(BenchSettings settings, Path folder, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
        servers = new ServerLauncher(settings, folder);
    }

    BenchResults measure(Collection<ResultRow> rows) throws IOException, InterruptedException {
        var results = absent(rows)
                .and(new StartupRun(servers, settings.rounds(), progress)
                        .measure(present(rows, row -> row.kind() == ResultRow.Kind.START)));
        for (var scenarios : TOGETHER) {
            var subjects = present(rows, row -> row.kind() != ResultRow.Kind.START);
            subjects.removeIf(subject -> !scenarios.contains(subject.scenario()));
            results = results.and(new ThroughputRun(servers, settings, progress).measure(subjects));
        }
        return results;
    }

    private static BenchResults absent(Collection<ResultRow> rows) {
        var missing = new LinkedHashMap<BenchSubject, String>();
        for (var row : rows) {
            for (var subject : row.subjects()) {
                subject.server().absence().ifPresent(reason -> missing.put(subject, reason));
            }
        }
        return new BenchResults(Map.of(), Map.of(), Map.of(), missing);
    }

    private static Set<BenchSubject> present(Collection<ResultRow> rows, Predicate<ResultRow> wanted) {
        var subjects = new LinkedHashSet<BenchSubject>();
        rows.stream().filter(wanted).forEach(row -> subjects.addAll(row.subjects()));
        subjects.removeIf(subject -> subject.server().absence().isPresent());
        return subjects;
    }
}
