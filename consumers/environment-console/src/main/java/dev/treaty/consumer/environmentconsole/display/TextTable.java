package dev.treaty.consumer.environmentconsole.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal, and for tools that cut columns. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings, and no row yet. */
    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row of as many cells as there are headings. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The table; numbers are aligned on the right. Ends with a line break. */
    @Override
    public String toString() {
        var columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList();
        var padded = columns.stream().map(TextTable::padded).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> padded.stream()
                        .map(column -> column.get(row))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> padded(List<String> column) {
        var width = column.stream().mapToInt(String::length).max().orElse(0);
        var isNumeric =
                column.size() > 1 && column.stream().skip(1).allMatch(cell -> cell.matches("[\\d,.]+( [kMGT]?B)?"));
        return column.stream()
                .map(cell ->
                        isNumeric ? " ".repeat(width - cell.length()) + cell : cell + " ".repeat(width - cell.length()))
                .toList();
    }
}
