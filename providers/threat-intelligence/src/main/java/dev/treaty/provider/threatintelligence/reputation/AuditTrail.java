package dev.treaty.provider.threatintelligence.reputation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who asked for what, and what came of it. */
public final class AuditTrail {

    private AuditTrail() {}

    /**
     * Adds an entry, in the transaction of what it tells of.
     *
     * @param caller the id of a user
     * @param action e.g. {@code "reputation"}
     * @param subject the address, analysis or report
     * @param outcome e.g. {@code "block"}
     */
    public static void add(Handle handle, Instant at, String caller, String action, String subject, String outcome) {
        handle.createUpdate("""
                        INSERT INTO audit (at, caller, action, subject, outcome)
                        VALUES (:at, :caller, :action, :subject, :outcome)""")
                .bind("at", at)
                .bind("caller", caller)
                .bind("action", action)
                .bind("subject", subject)
                .bind("outcome", outcome)
                .execute();
    }
}
