package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.Column;
import dev.treaty.provider.environmentcloner.anonymise.UnclassifiedColumns;
import dev.treaty.provider.environmentcloner.copy.TableLayout;
import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks through a source for what looks personal and is not in a profile. */
public final class UnclassifiedSearch {

    /** So many rows of a table tell what is in its columns. */
    private static final int ROWS = 1_000;

    private final UnclassifiedColumns unclassified;

    public UnclassifiedSearch(AnonymisationProfile profile) {
        unclassified = new UnclassifiedColumns(profile);
    }

    /** The columns, and members of documents, of all tables. */
    public List<String> in(Connection source, List<TableLayout> tables) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : tables) {
            var samples = samples(source, table);
            for (var i = 0; i < samples.size(); i++) {
                found.addAll(unclassified.in(table.columns().get(i), samples.get(i)));
            }
        }
        return found;
    }

    /** For each column, values that are not null. */
    private static List<List<String>> samples(Connection source, TableLayout table) throws SQLException {
        var samples = new ArrayList<List<String>>();
        table.columns().forEach(column -> samples.add(new ArrayList<>()));
        var columns = table.columns().stream().map(UnclassifiedSearch::text).collect(Collectors.joining(", "));
        try (var statement = source.createStatement();
                var rows = statement.executeQuery("SELECT %s FROM %s LIMIT %d"
                        .formatted(columns, table.name().quoted(), ROWS))) {
            while (rows.next()) {
                for (var i = 0; i < samples.size(); i++) {
                    var value = rows.getString(i + 1);
                    if (value != null) {
                        samples.get(i).add(value);
                    }
                }
            }
        }
        return samples;
    }

    /** Values that are neither texts nor documents tell nothing. */
    private static String text(Column column) {
        return column.kind() == Column.Kind.OTHER
                ? "NULL::text"
                : QuotedName.of(column.name().column()) + "::text";
    }
}
