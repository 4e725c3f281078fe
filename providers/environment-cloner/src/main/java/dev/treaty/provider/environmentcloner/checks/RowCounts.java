package dev.treaty.provider.environmentcloner.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.environmentcloner.copy.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How many rows are copied from a source: counted for small tables, and what PostgreSQL's planner expects for large ones, which are not read for that. */
public final class RowCounts {

    private static final int MOST_COUNTED = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowCounts() {}

    /**
     * The rows of one table.
     *
     * @param condition SQL that they must satisfy; null for all
     */
    public static long of(Connection source, TableName table, @Nullable String condition) throws SQLException {
        if ("false".equals(condition)) {
            return 0;
        }
        var select = "SELECT FROM %s WHERE %s".formatted(table.quoted(), condition == null ? "true" : condition);
        try (var statement = source.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM (%s LIMIT %d) counted".formatted(select, MOST_COUNTED + 1))) {
            row.next();
            if (row.getLong(1) <= MOST_COUNTED) {
                return row.getLong(1);
            }
        }
        return Math.max(MOST_COUNTED + 1, estimate(source, select));
    }

    private static long estimate(Connection source, String select) throws SQLException {
        try (var statement = source.createStatement();
                var row = statement.executeQuery("EXPLAIN (FORMAT JSON) " + select)) {
            row.next();
            return JSON.readTree(row.getString(1))
                    .path(0)
                    .path("Plan")
                    .path("Plan Rows")
                    .longValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
