package dev.treaty.provider.environmentcloner.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The results of a run.
 *
 * @param circumstances what was measured with what
 * @param measuredAt when the run began
 */
record BenchReport(List<BenchRow> rows, String circumstances, int rounds, Machine machine, Instant measuredAt) {

    /** Marks the results in the README; what is between the two is replaced. */
    static final String BEGIN = "<!-- results: written by -Dbench.write -->";

    static final String END = "<!-- /results -->";

    BenchReport {
        rows = List.copyOf(rows);
    }

    /** For a terminal, in aligned columns. */
    String text() {
        var lines = lines();
        var widths = IntStream.range(0, BenchRow.HEADER.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> line.get(column)
                                + " ".repeat(widths[column] - line.get(column).length()))
                        .collect(joining("  "))
                        .stripTrailing())
                .collect(joining("\n", "", "\n\n" + sentence()));
    }

    /** For GitHub. */
    String markdown() {
        var lines = lines().stream()
                .map(line -> line.stream().map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |\n")))
                .toList();
        var rule = "| --- ".repeat(BenchRow.HEADER.size()) + "|\n";
        return lines.get(0) + rule + String.join("", lines.subList(1, lines.size())) + "\n" + sentence();
    }

    private List<List<String>> lines() {
        return Stream.concat(Stream.of(BenchRow.HEADER), rows.stream().map(BenchRow::cells))
                .toList();
    }

    private String sentence() {
        return "%s: %s; %s; median of %d rounds."
                .formatted(measuredAt.toString().substring(0, 10), machine, circumstances, rounds);
    }

    /** Puts the table into a README. */
    void publishIn(Path readme) throws IOException {
        Files.writeString(readme, replaceResults(Files.readString(readme), markdown()));
    }

    /** Replaces the results in a text that has a place for them. */
    static String replaceResults(String text, String results) {
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("""
                    The README has no place for the results.
                    where: providers/environment-cloner/README.md
                    fix: add the two lines %s and %s where the results belong""".formatted(BEGIN, END));
        }
        return text.substring(0, begin) + BEGIN + "\n\n" + results + "\n\n" + text.substring(end);
    }
}
