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
final class Run {

    /** What is compared with each other runs at the same time. */
    private static final List<Set<Scenario>> TOGETHER = List.of(
            Set.of(Scenario.GET_10, Scenario.GET_100, Scenario.GET_10_000, Scenario.GET_100_000),
            Set.of(Scenario.THOUSAND_CONNECTIONS),
            Set.of(Scenario.PAYMENTS));

    private final Settings settings;
    private final Servers servers;
    private final PrintStream progress;

    /**
     * Measures nothing yet.
     *
     * @param folder for workloads and logs
     */
    Run(Settings settings, Path folder, PrintStream progress) {
        this.settings = settings;
        this.progress = progress;
        servers = new Servers(settings, folder);
    }

    Results measure(Collection<Row> rows) throws IOException, InterruptedException {
        var results = absent(rows)
                .and(new Starts(servers, settings.rounds(), progress)
                        .measure(present(rows, row -> row.kind() == Row.Kind.START)));
        for (var scenarios : TOGETHER) {
            var subjects = present(rows, row -> row.kind() != Row.Kind.START);
            subjects.removeIf(subject -> !scenarios.contains(subject.scenario()));
            results = results.and(new Loads(servers, settings, progress).measure(subjects));
        }
        return results;
    }

    private static Results absent(Collection<Row> rows) {
        var missing = new LinkedHashMap<Subject, String>();
        for (var row : rows) {
            for (var subject : row.subjects()) {
                subject.server().absence().ifPresent(reason -> missing.put(subject, reason));
            }
        }
        return new Results(Map.of(), Map.of(), Map.of(), missing);
    }

    private static Set<Subject> present(Collection<Row> rows, Predicate<Row> wanted) {
        var subjects = new LinkedHashSet<Subject>();
        rows.stream().filter(wanted).forEach(row -> subjects.addAll(row.subjects()));
        subjects.removeIf(subject -> subject.server().absence().isPresent());
        return subjects;
    }
}
