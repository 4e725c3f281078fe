package dev.treaty.stubs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run has found, in words.
 *
 * @param rows of the table
 * @param measuredAt when it began
 * @param taken how long it took
 */
record BenchReport(
        List<ResultRow> rows,
        BenchSettings settings,
        BenchResults results,
        MachineInfo machine,
        Instant measuredAt,
        Duration taken) {

    /** Where the results stand in the README; what is between the two is replaced. */
    static final String BEGIN = "<!-- results: written by -Dbench.write -->";

    static final String END = "<!-- /results -->";

    BenchReport {
        rows = List.copyOf(rows);
    }

    /** Runs it. */
    static BenchReport of(List<ResultRow> rows, BenchSettings settings, BenchRun run)
            throws IOException, InterruptedException {
        var machine = MachineInfo.here();
        var begun = Instant.now(Clock.systemUTC());
        var results = run.measure(rows);
        return new BenchReport(
                rows, settings, results, machine, begun, Duration.between(begun, Instant.now(Clock.systemUTC())));
    }

    /** Whether all figures of ours could be measured. */
    boolean complete() {
        return results.missing().keySet().stream().noneMatch(subject -> subject.server() == MeasuredServer.TREATY);
    }

    /** For a terminal. */
    String text() {
        return ResultTable.of(rows, results).asText() + "\n" + circumstances() + "\n";
    }

    /** For the README. */
    String markdown() {
        return ResultTable.of(rows, results).asMarkdown() + "\n" + circumstances() + "\n";
    }

    private String circumstances() {
        return "%s: %s; %d rounds of %d s after %d s of warm-up; load of the machine before: %s; the run took %d min."
                .formatted(
                        measuredAt.toString().substring(0, 10),
                        machine,
                        settings.rounds(),
                        settings.round().toSeconds(),
                        settings.warmUp().toSeconds(),
                        machine.loadBefore() < 0 ? "not told" : Figure.shown(machine.loadBefore()),
                        Math.max(1, Math.round(taken.toSeconds() / 60.0)));
    }

    /** Writes {@code bench.json}, {@code bench.md} and {@code bench.svg} into a folder. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), JsonReport.of(this).json());
        Files.writeString(folder.resolve("bench.md"), markdown());
        Files.writeString(folder.resolve("bench.svg"), Chart.of(results));
    }

    /** Puts the table into the {@code README.md} of a folder, and the chart beside it as {@code requests.svg}. */
    void publishIn(Path folder) throws IOException {
        var readme = folder.resolve("README.md");
        Files.writeString(readme, between(Files.readString(readme), markdown()));
        Files.writeString(folder.resolve("requests.svg"), Chart.of(results));
    }

    /**
     * A text with its results replaced.
     *
     * @throws IllegalArgumentException if it has no place for them
     */
    static String between(String text, String results) {
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("""
                    The README has no place for the results.
                      where: stubs/bench/README.md
                      fix:   put the two lines %s and %s where they shall stand""".formatted(BEGIN, END));
        }
        return text.substring(0, begin) + BEGIN + "\n\n" + results + "\n" + text.substring(end);
    }
}
