package dev.treaty.provider.environmentcloner.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Rows of the sample application: always the same ones for the same number. */
public final class SampleRows {

    private static final String SCRIPT = "/sample/lofts.sql";

    private SampleRows() {}

    /**
     * Inserts them into tables without any.
     *
     * @param rows how many in all, about
     */
    public static void insert(Connection database, int rows) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("SET sample.rows = " + rows);
            statement.execute(script());
            statement.execute("ANALYZE");
        }
    }

    private static String script() {
        try (var script = Objects.requireNonNull(SampleRows.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
