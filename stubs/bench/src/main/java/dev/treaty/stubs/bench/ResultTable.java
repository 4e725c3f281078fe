package dev.treaty.stubs.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Each row's figures, what is to be reached, and whether it is. */
final class ResultTable {

    private final Results results;

    private ResultTable(Results results) {
        this.results = results;
    }

    static Table of(Collection<Row> rows, Results results) {
        var header = new ArrayList<>(List.of("what"));
        for (var server : Server.values()) {
            header.add(server.toString());
        }
        header.addAll(List.of("to reach", "here", "reached"));
        var table = new ResultTable(results);
        return new Table(header, rows.stream().map(table::row).toList());
    }

    private List<String> row(Row row) {
        var cells = new ArrayList<>(List.of(row.title()));
        for (var server : Server.values()) {
            cells.add(cell(row, server));
        }
        var goals = row.goals(results);
        cells.add(lines(goals, Goal::wanted));
        cells.add(lines(goals, Goal::shown));
        cells.add(lines(goals, goal -> goal.verdict().toString()));
        return cells;
    }

    private static String lines(List<Goal> goals, Function<Goal, String> line) {
        return goals.stream().map(line).collect(joining("\n"));
    }

    private String cell(Row row, Server server) {
        var figures = row.figures(server).stream()
                .map(subject -> figure(row.kind(), subject))
                .distinct()
                .collect(joining("\n"));
        return figures.isEmpty() ? "–" : figures;
    }

    private String figure(Row.Kind kind, Subject subject) {
        return results.missing(subject).orElseGet(() -> switch (kind) {
            case LOAD -> results.throughput(subject).map(Throughput::toString).orElse("not measured");
            case START -> {
                var seconds = results.start(subject.server(), subject.scenario());
                yield seconds.isPresent() ? Figure.shown(seconds.getAsDouble()) + " s" : "not measured";
            }
            case MEMORY -> {
                var bytes = results.memory(subject.server(), subject.scenario());
                yield bytes.isPresent() ? Figure.shown(bytes.getAsDouble() / (1 << 20)) + " MiB" : "not available";
            }
        });
    }
}
