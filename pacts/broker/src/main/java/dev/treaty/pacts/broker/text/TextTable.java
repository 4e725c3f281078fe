package dev.treaty.pacts.broker.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text, aligned in columns. */
public final class TextTable {

    private TextTable() {}

    /** One line for the header and for each row, indented by two spaces. */
    public static String of(List<String> header, List<List<String>> rows) {
        var widths = IntStream.range(0, header.size())
                .map(column -> Stream.concat(Stream.of(header), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return Stream.concat(Stream.of(header), rows.stream())
                .map(row -> line(row, widths))
                .collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder("  ");
        for (var column = 0; column < row.size(); column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
