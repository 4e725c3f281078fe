package dev.treaty.provider.threatintelligence.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Says how the sources are. */
public final class SourceReport {

    private final Jdbi jdbi;
    private final SourceLimits limits;
    private final Map<SourceName, LocalDate> keysExpire;

    /** @param keysExpire the last day of each API key, as far as it is known */
    public SourceReport(Jdbi jdbi, SourceLimits limits, Map<SourceName, LocalDate> keysExpire) {
        this.jdbi = jdbi;
        this.limits = limits;
        this.keysExpire = Map.copyOf(keysExpire);
    }

    /** All sources, in the order of {@link SourceName}. */
    public List<SourceStatus> all() {
        return jdbi
                .withHandle(
                        handle -> handle.createQuery("SELECT name, remaining, failing_since, answered_at FROM source")
                                .map((row, context) -> status(row))
                                .list())
                .stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private SourceStatus status(ResultSet row) throws SQLException {
        var name = SourceName.of(row.getString("name")).orElseThrow();
        var remaining = Optional.ofNullable((Integer) row.getObject("remaining"));
        var answeredAt = Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant);
        var notBefore = limits.admission(name).notBefore();
        var state = row.getTimestamp("failing_since") != null
                ? "unavailable"
                : notBefore.isPresent() ? "limited" : answeredAt.isPresent() ? "answering" : "unknown";
        return new SourceStatus(
                name, state, remaining, notBefore, answeredAt, Optional.ofNullable(keysExpire.get(name)));
    }
}
