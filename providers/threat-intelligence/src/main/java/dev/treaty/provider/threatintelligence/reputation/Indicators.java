package dev.treaty.provider.threatintelligence.reputation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The addresses that are to be watched or blocked, in the order in which their verdicts changed. */
public final class Indicators {

    private final Jdbi jdbi;

    public Indicators(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An address.
     *
     * @param number its place in the list
     */
    public record Indicator(long number, String ip, String verdict, int risk, Instant judgedAt) {}

    /** Those after a place, at most so many. */
    public List<Indicator> after(long number, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, ip, verdict, risk, judged_at FROM indicator WHERE number > :number
                        ORDER BY number LIMIT :most""")
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> new Indicator(
                        row.getLong("number"),
                        row.getString("ip"),
                        row.getString("verdict"),
                        row.getInt("risk"),
                        row.getTimestamp("judged_at").toInstant()))
                .list());
    }

    /** Moves an address to the end of the list, or takes it off. */
    static void replace(Handle handle, Reputation reputation) {
        var ip = reputation.address().text();
        // Only one at a time, so that no number appears after a larger one has been read.
        handle.execute("LOCK TABLE indicator IN EXCLUSIVE MODE");
        handle.createUpdate("DELETE FROM indicator WHERE ip = :ip")
                .bind("ip", ip)
                .execute();
        if (reputation.verdict().isIndicator()) {
            handle.createUpdate("""
                            INSERT INTO indicator (ip, verdict, risk, judged_at) VALUES (:ip, :verdict, :risk, :judgedAt)""")
                    .bind("ip", ip)
                    .bind("verdict", reputation.verdict().value())
                    .bind("risk", reputation.risk().orElseThrow())
                    .bind("judgedAt", reputation.assessedAt())
                    .execute();
        }
    }
}
