package dev.treaty.provider.environmentcloner.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an operation from its row. */
final class OperationRow implements RowMapper<Operation> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    @Override
    public Operation map(ResultSet row, StatementContext context) throws SQLException {
        return new Operation(
                row.getLong("number"),
                row.getString("id"),
                OperationKind.valueOf(constant(row.getString("kind"))),
                text(row, "source"),
                row.getString("target"),
                options(row),
                OperationState.valueOf(constant(row.getString("state"))),
                phase(row),
                new OperationProgress(
                        row.getInt("percent"),
                        row.getLong("rows"),
                        row.getLong("rows_total"),
                        row.getInt("tables"),
                        row.getInt("tables_total"),
                        row.getLong("bytes")),
                row.getString("requested_by"),
                text(row, "cancelled_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                text(row, "backup"),
                text(row, "restored"),
                failure(row),
                row.getBoolean("rolled_back"));
    }

    private static OperationOptions options(ResultSet row) throws SQLException {
        return new OperationOptions(
                List.of((String[]) row.getArray("systems").getArray()),
                text(row, "profile"),
                text(row, "backup_kind"),
                row.getBoolean("validate"),
                strings(row.getString("max_age")));
    }

    static Optional<OperationPhase> phase(ResultSet row) throws SQLException {
        return text(row, "phase").map(word -> OperationPhase.valueOf(constant(word)));
    }

    private static Optional<Failure> failure(ResultSet row) throws SQLException {
        var slug = text(row, "failure");
        return slug.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        slug.get(),
                        row.getString("failure_what"),
                        row.getString("failure_where"),
                        row.getString("failure_fix")));
    }

    static String json(Map<String, String> strings) {
        try {
            return JSON.writeValueAsString(strings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written as JSON", e);
        }
    }

    private static Map<String, String> strings(String json) {
        try {
            return JSON.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** The constant with this word. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
