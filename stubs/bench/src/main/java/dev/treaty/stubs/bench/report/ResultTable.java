package dev.treaty.stubs.bench.report;

import static java.util.stream.Collectors.joining;

import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.PerformanceGoal;
import dev.treaty.stubs.bench.measurement.ResultRow;
import dev.treaty.stubs.bench.measurement.Throughput;
import dev.treaty.stubs.bench.measurement.WarmUpWindow;
import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.text.Figures;
import dev.treaty.stubs.bench.text.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each row's figures by server, its goals, and whether they were reached. */
final class ResultTable {

    private final BenchResults results;
    private final List<MeasuredServer> columns;

    private ResultTable(BenchResults results, List<MeasuredServer> columns) {
        this.results = results;
        this.columns = columns;
    }

    /** @param baseline what the column of the baseline is called; without it, there is no such column */
    static TextTable of(Collection<ResultRow> rows, BenchResults results, Optional<String> baseline) {
        var columns = Stream.of(MeasuredServer.values())
                .filter(server -> !ResultRow.VARIANTS.contains(server)) // have rows in the first column
                .filter(server -> server != MeasuredServer.BASELINE || baseline.isPresent())
                .toList();
        var header = new ArrayList<>(List.of("what"));
        for (var server : columns) {
            header.add(server == MeasuredServer.BASELINE ? baseline.orElseThrow() : server.toString());
        }
        header.addAll(List.of("goal", "measured", "reached"));
        var table = new ResultTable(results, columns);
        return new TextTable(header, rows.stream().map(table::row).toList());
    }

    private List<String> row(ResultRow row) {
        var cells = new ArrayList<>(List.of(row.title()));
        for (var server : columns) {
            cells.add(cell(row, server));
        }
        var goals = row.goals(results);
        cells.add(lines(goals, PerformanceGoal::wanted));
        cells.add(lines(goals, PerformanceGoal::figure));
        cells.add(lines(goals, goal -> goal.verdict().toString()));
        return cells;
    }

    private static String lines(List<PerformanceGoal> goals, Function<PerformanceGoal, String> line) {
        return goals.stream().map(line).collect(joining("\n"));
    }

    private String cell(ResultRow row, MeasuredServer column) {
        var figures = row.figures(column).stream()
                .map(server -> figure(row, server))
                .distinct()
                .collect(joining("\n"));
        return figures.isEmpty() ? "–" : figures;
    }

    /** Says so where a figure has another number of interactions than the row. */
    private static String prefix(ResultRow row, ServerInScenario server) {
        return server.scenario() == row.scenario()
                ? ""
                : "at %s: ".formatted(Figures.count(server.scenario().interactions()));
    }

    private String figure(ResultRow row, ServerInScenario server) {
        return measured(row.kind(), server)
                .map(figure -> prefix(row, server) + figure)
                .or(() -> Optional.ofNullable(results.missing().get(server)))
                .orElse(row.kind() == ResultRow.Kind.MEMORY ? "not available" : "not measured");
    }

    private Optional<String> measured(ResultRow.Kind kind, ServerInScenario measured) {
        var server = measured.server();
        var scenario = measured.scenario();
        return switch (kind) {
            case THROUGHPUT ->
                Optional.ofNullable(results.throughputs().get(measured)).map(Throughput::toString);
            case STARTUP -> median(results.starts(server, scenario), 1, " s");
            case WARM_UP -> Optional.ofNullable(results.warmUps().get(measured)).map(ResultTable::windows);
            case MEMORY -> median(results.memory(server, scenario), 1 << 20, " MiB");
        };
    }

    private static String windows(Map<WarmUpWindow, Throughput> windows) {
        return windows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(window -> "%s: %s/s%s"
                        .formatted(
                                window.getKey(),
                                Figures.rounded(window.getValue().requestsPerSecond()),
                                window.getValue().errorsInWords()))
                .collect(joining("\n"));
    }

    private static Optional<String> median(List<Double> figures, int unit, String unitName) {
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(Figures.rounded(Figures.median(figures) / unit) + unitName);
    }
}
