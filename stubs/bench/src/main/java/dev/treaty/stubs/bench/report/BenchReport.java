package dev.treaty.stubs.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.ResultRow;
import dev.treaty.stubs.bench.measurement.RunLength;
import dev.treaty.stubs.bench.text.Figures;
import dev.treaty.stubs.bench.text.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a run, for people and programs.
 *
 * @param rows of the table
 * @param baseline what the other build of the stub server is called; empty if none was compared
 * @param measuredAt when the run began
 * @param taken how long it took
 */
public record BenchReport(
        List<ResultRow> rows,
        Optional<String> baseline,
        RunLength length,
        BenchResults results,
        MachineInfo machine,
        Instant measuredAt,
        Duration taken) {

    /** Marks the results in the README; what is between the two is replaced. */
    static final String BEGIN = "<!-- results: written by -Dbench.write -->";

    static final String END = "<!-- /results -->";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Copies the rows. */
    public BenchReport {
        rows = List.copyOf(rows);
    }

    /** For a terminal. */
    public String text() {
        return table().asText() + "\n" + circumstances() + "\n";
    }

    /** For the README. */
    String markdown() {
        return table().asMarkdown() + "\n" + circumstances() + "\n";
    }

    private TextTable table() {
        return ResultTable.of(rows, results, baseline);
    }

    private String circumstances() {
        return "%s: %s; %d rounds of %d s after %d to %d s of warm-up; load average before the run: %s; the run took %d min."
                .formatted(
                        measuredAt.toString().substring(0, 10),
                        machine,
                        length.rounds(),
                        length.round().toSeconds(),
                        length.warmUp().toSeconds(),
                        Math.max(
                                length.warmUp().toSeconds(),
                                length.longestWarmUp().toSeconds()),
                        machine.loadBefore() < 0 ? "unknown" : Figures.rounded(machine.loadBefore()),
                        Math.max(1, Math.round(taken.toSeconds() / 60.0)));
    }

    /** Writes {@code bench.json} and {@code bench.md} into a folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), json() + "\n");
        Files.writeString(folder.resolve("bench.md"), markdown());
    }

    /** For programs: seconds, bytes and requests per second, by server and scenario; goals with their figures, by row. */
    private String json() throws JsonProcessingException {
        var goals = new LinkedHashMap<String, Map<String, Double>>();
        for (var row : rows) {
            var figures = goals.computeIfAbsent(row.key(), first -> new LinkedHashMap<>());
            row.goals(results).forEach(goal -> goal.measured().ifPresent(figure -> figures.put(goal.wanted(), figure)));
        }
        return JSON.writeValueAsString(
                Map.of("measuredAt", measuredAt.toString(), "machine", machine, "goals", goals, "results", results));
    }

    /** Puts the table into the {@code README.md} of a folder. */
    public void publishIn(Path folder) throws IOException {
        var readme = folder.resolve("README.md");
        Files.writeString(readme, replaceResults(Files.readString(readme), markdown()));
    }

    /**
     * Replaces the results in a text.
     *
     * @throws IllegalArgumentException if the text has no place for them
     */
    static String replaceResults(String text, String results) {
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "The README has no place for the results.",
                            "stubs/bench/README.md",
                            "add the two lines %s and %s where the results belong".formatted(BEGIN, END))
                    .toString());
        }
        return text.substring(0, begin) + BEGIN + "\n\n" + results + "\n" + text.substring(end);
    }
}
