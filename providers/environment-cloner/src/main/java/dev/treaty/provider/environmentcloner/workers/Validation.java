package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.SurvivorScan;
import dev.treaty.provider.environmentcloner.copy.CopiedTable;
import dev.treaty.provider.environmentcloner.copy.TableLayout;
import dev.treaty.provider.environmentcloner.databases.QuotedName;
import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.refusals.ValidationFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Proves that a new database is what it should be, before it takes the place of another one. */
record Validation(DataSource database, OperationRun run) {

    private static final int ROWS_BETWEEN_REPORTS = 500;

    private static final String KEYS_NOT_PROVEN = """
            SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint WHERE NOT convalidated ORDER BY 1
            """;

    /**
     * Returns if each table has as many rows as were copied into it.
     *
     * @throws ValidationFailed if not
     */
    void requireRows(List<CopiedTable> copied) throws SQLException {
        try (var watched = run.stop().watch(database.getConnection());
                var statement = watched.connection().createStatement()) {
            for (var table : copied) {
                run.stop().requireGoingOn();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM " + table.name().quoted());
                row.next();
                if (row.getLong(1) != table.rows()) {
                    throw new ValidationFailed(
                            "row-counts-differ",
                            "%d rows were copied, and %d are there.".formatted(table.rows(), row.getLong(1)),
                            "the table " + table.name(),
                            "look for what else writes to the new database, e.g. a trigger that is always on");
                }
            }
        }
    }

    /**
     * Returns if PostgreSQL has proven all keys and constraints.
     *
     * @throws ValidationFailed if not
     */
    void requireKeys() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(KEYS_NOT_PROVEN)) {
            if (rows.next()) {
                throw new ValidationFailed(
                        "keys-do-not-hold",
                        "The constraint %s is not proven.".formatted(rows.getString(1)),
                        "the schema of the application",
                        "let a migration validate it (ALTER TABLE … VALIDATE CONSTRAINT)");
            }
        }
    }

    /**
     * Returns if no personal data of the source are in the new database.
     *
     * @throws ValidationFailed if some are
     */
    void requireNoSurvivors(AnonymisationProfile profile, Originals originals, List<TableLayout> tables)
            throws SQLException {
        var scan = new SurvivorScan(profile, originals);
        var rows = 0L;
        try (var watched = run.stop().watch(database.getConnection())) {
            for (var table : tables) {
                rows = scan(scan, table, watched.connection(), rows);
            }
        }
        var survivors = scan.survivors();
        if (!survivors.isEmpty()) {
            throw new ValidationFailed(
                    "originals-survived",
                    "Personal data of the source are left in the new database: %s."
                            .formatted(survivors.entrySet().stream()
                                    .map(column -> "%d in %s".formatted(column.getValue(), column.getKey()))
                                    .collect(Collectors.joining(", "))),
                    "the anonymisation profile " + profile.name(),
                    "add these columns to the profile");
        }
    }

    /** Returns how many rows were looked at so far, of all tables. */
    private long scan(SurvivorScan scan, TableLayout table, Connection connection, long before) throws SQLException {
        var columns = table.columns().stream().filter(scan::concerns).toList();
        if (columns.isEmpty()) {
            return before;
        }
        var names = columns.stream()
                .map(column -> QuotedName.of(column.name().column()))
                .collect(Collectors.joining(", "));
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY %s (%s) TO STDOUT".formatted(table.name().quoted(), names));
        var rows = before;
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                scan.add(row, columns);
                if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                    run.stop().requireGoingOn();
                    run.validated(rows);
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return rows;
    }
}
