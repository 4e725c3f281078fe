package dev.treaty.stubs.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Each row's figures, what is to be reached, and whether it is. */
final class ResultTable {

    private final BenchResults results;

    private ResultTable(BenchResults results) {
        this.results = results;
    }

    static TextTable of(Collection<ResultRow> rows, BenchResults results) {
        var header = new ArrayList<>(List.of("what"));
        for (var server : MeasuredServer.values()) {
            header.add(server.toString());
        }
        header.addAll(List.of("to reach", "here", "reached"));
        var table = new ResultTable(results);
        return new TextTable(header, rows.stream().map(table::row).toList());
    }

    private List<String> row(ResultRow row) {
        var cells = new ArrayList<>(List.of(row.title()));
        for (var server : MeasuredServer.values()) {
            cells.add(cell(row, server));
        }
        var goals = row.goals(results);
        cells.add(lines(goals, PerformanceGoal::wanted));
        cells.add(lines(goals, PerformanceGoal::shown));
        cells.add(lines(goals, goal -> goal.verdict().toString()));
        return cells;
    }

    private static String lines(List<PerformanceGoal> goals, Function<PerformanceGoal, String> line) {
        return goals.stream().map(line).collect(joining("\n"));
    }

    private String cell(ResultRow row, MeasuredServer server) {
        var figures = row.figures(server).stream()
                .map(subject -> figure(row, subject))
                .distinct()
                .collect(joining("\n"));
        return figures.isEmpty() ? "–" : figures;
    }

    /** Says so where a figure is of another number of interactions than the row. */
    private static String place(ResultRow row, BenchSubject subject) {
        return subject.scenario().equals(row.scenario())
                ? ""
                : "at %s: ".formatted(Figure.count(subject.scenario().interactions()));
    }

    private String figure(ResultRow row, BenchSubject subject) {
        return measured(row.kind(), subject)
                .map(figure -> place(row, subject) + figure)
                .or(() -> results.missing(subject))
                .orElse(row.kind() == ResultRow.Kind.MEMORY ? "not available" : "not measured");
    }

    private Optional<String> measured(ResultRow.Kind kind, BenchSubject subject) {
        var server = subject.server();
        var scenario = subject.scenario();
        return switch (kind) {
            case LOAD -> results.throughput(subject).map(Throughput::toString);
            case START -> shown(results.start(server, scenario), 1, " s");
            case MEMORY -> shown(results.memory(server, scenario), 1 << 20, " MiB");
        };
    }

    private static Optional<String> shown(OptionalDouble figure, int unit, String unitName) {
        return figure.isPresent()
                ? Optional.of(Figure.shown(figure.getAsDouble() / unit) + unitName)
                : Optional.empty();
    }
}
