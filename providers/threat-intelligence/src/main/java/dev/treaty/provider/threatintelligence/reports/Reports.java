package dev.treaty.provider.threatintelligence.reports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.threatintelligence.reputation.AuditTrail;
import dev.treaty.provider.threatintelligence.reputation.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reports of addresses. A repeated request gets the answer of the first one, and reports nothing again; one with the same key that comes meanwhile
 * waits for it.
 */
public final class Reports {

    /** How long a key is remembered, at least. */
    private static final Duration RETENTION = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final List<ReportTarget> targets;
    private final Clock clock;

    /** @param targets the sources that take reports */
    public Reports(Jdbi jdbi, List<ReportTarget> targets, Clock clock) {
        this.jdbi = jdbi;
        this.targets = List.copyOf(targets);
        this.clock = clock;
    }

    /**
     * Reports an address to every source that takes reports, and says what each made of it.
     *
     * @throws dev.treaty.provider.service.problems.Problem 422 {@code idempotency-key-reused}
     */
    public JsonNode submit(String caller, IdempotencyKey key, AddressReport report) {
        return jdbi.inTransaction(handle -> {
            if (!claim(handle, caller, key, report)) {
                return earlier(handle, caller, key, report);
            }
            var outcomes = targets.stream().map(target -> target.report(report)).toList();
            var content = JsonText.of(Map.of("ip", report.address().text(), "sources", outcomes));
            handle.createUpdate("UPDATE report SET content = :content WHERE caller = :caller AND key = :key")
                    .bind("content", content)
                    .bind("caller", caller)
                    .bind("key", key.value())
                    .execute();
            AuditTrail.add(
                    handle, clock.instant(), caller, "report", report.address().text(), JsonText.of(outcomes));
            return JsonText.read(content);
        });
    }

    /** Forgets the keys that need no longer be remembered. */
    public void deleteOld() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM report WHERE created_at < :old")
                .bind("old", clock.instant().minus(RETENTION))
                .execute());
    }

    private boolean claim(Handle handle, String caller, IdempotencyKey key, AddressReport report) {
        return handle.createUpdate("""
                        INSERT INTO report (caller, key, request, created_at) VALUES (:caller, :key, :request, :now)
                        ON CONFLICT DO NOTHING""")
                        .bind("caller", caller)
                        .bind("key", key.value())
                        .bind("request", report.toString())
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private static JsonNode earlier(Handle handle, String caller, IdempotencyKey key, AddressReport report) {
        return handle.createQuery("""
                        SELECT content FROM report WHERE caller = :caller AND key = :key AND request = :request""")
                .bind("caller", caller)
                .bind("key", key.value())
                .bind("request", report.toString())
                .mapTo(String.class)
                .findOne()
                .map(JsonText::read)
                .orElseThrow(PlatformProblems::idempotencyKeyReused);
    }
}
