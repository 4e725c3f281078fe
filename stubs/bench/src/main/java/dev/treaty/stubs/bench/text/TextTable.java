package dev.treaty.stubs.bench.text;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Text in rows and columns.
 *
 * @param header one cell per column
 * @param rows as many cells each; a cell may have several lines
 */
public record TextTable(List<String> header, List<List<String>> rows) {

    /** Copies the cells. */
    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** For a terminal, in aligned columns. */
    public String asText() {
        var widths = IntStream.range(0, header.size()).map(this::width).toArray();
        var rule = IntStream.of(widths).mapToObj("-"::repeat).collect(joining("  ", "", "\n"));
        return text(header, widths)
                + rule
                + rows.stream().map(row -> text(row, widths)).collect(joining());
    }

    /** For GitHub. */
    public String asMarkdown() {
        var rule = header.stream().map(cell -> "---").toList();
        return Stream.concat(Stream.of(header, rule), rows.stream())
                .map(row -> row.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", "<br>"))
                        .collect(joining(" | ", "| ", " |\n")))
                .collect(joining());
    }

    private int width(int column) {
        return Stream.concat(Stream.of(header), rows.stream())
                .flatMap(row -> row.get(column).lines())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String text(List<String> row, int[] widths) {
        var cells = row.stream().map(cell -> cell.lines().toList()).toList();
        var height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(cells.get(column), line, widths[column]))
                        .collect(joining("  "))
                        .stripTrailing())
                .collect(joining("\n", "", "\n"));
    }

    private static String padded(List<String> cell, int line, int width) {
        var text = line < cell.size() ? cell.get(line) : "";
        return text + " ".repeat(width - text.length());
    }
}
