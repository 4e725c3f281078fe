package dev.treaty.provider.threatintelligence.analyses;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.RandomId;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.threatintelligence.reputation.AuditTrail;
import dev.treaty.provider.threatintelligence.reputation.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Analyses: many addresses, whose verdicts come when the limits of the sources permit. */
public final class Analyses {

    private static final Duration RETENTION = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;

    public Analyses(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Deletes analyses that nobody will ask for any more. */
    public void deleteOld() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM analysis WHERE created_at < :old")
                .bind("old", clock.instant().minus(RETENTION))
                .execute());
    }

    /** An address of an analysis; {@code content} is missing until there is a verdict. */
    private record Item(String ip, Optional<String> content) {}

    /** Queues addresses; returns the id of the analysis. */
    public String queue(String caller, List<IpAddress> addresses) {
        var id = RandomId.withPrefix("ana_");
        jdbi.useTransaction(handle -> insert(handle, id, caller, addresses));
        return id;
    }

    /** The same under an id that is given. */
    public void insert(Handle handle, String id, String caller, List<IpAddress> addresses) {
        var now = clock.instant();
        handle.execute("INSERT INTO analysis (id, caller, created_at) VALUES (?, ?, ?)", id, caller, now);
        var batch = handle.prepareBatch(
                "INSERT INTO analysis_item (analysis, place, ip, due_at) VALUES (:analysis, :place, :ip, :due)");
        for (var place = 0; place < addresses.size(); place++) {
            batch.bind("analysis", id)
                    .bind("place", place)
                    .bind("ip", addresses.get(place).text())
                    .bind("due", now)
                    .add();
        }
        batch.execute();
        AuditTrail.add(handle, now, caller, "analysis", id, addresses.size() + " addresses");
    }

    /**
     * How far an analysis is, with the verdicts so far, as JSON. An analysis exists only for whoever asked for it.
     *
     * @throws Problem 404 {@code analysis-not-found}
     */
    public Map<String, Object> document(String caller, String id) {
        var items = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT i.ip, i.content FROM analysis_item i JOIN analysis a ON a.id = i.analysis
                        WHERE a.id = :id AND a.caller = :caller ORDER BY i.place""")
                .bind("id", id)
                .bind("caller", caller)
                .map((row, context) -> new Item(row.getString("ip"), Optional.ofNullable(row.getString("content"))))
                .list());
        if (items.isEmpty()) {
            throw new Problem(404, "analysis-not-found", "There is no such analysis");
        }
        var results = items.stream()
                .flatMap(item -> item.content().stream())
                .map(Analyses::result)
                .toList();
        var document = new LinkedHashMap<String, Object>();
        document.put("id", id);
        document.put("state", results.size() == items.size() ? "completed" : "running");
        document.put("total", items.size());
        document.put("done", results.size());
        document.put("results", results);
        return document;
    }

    private static Map<String, Object> result(String content) {
        var reputation = JsonText.read(content);
        var result = new LinkedHashMap<String, Object>();
        result.put("ip", reputation.path("ip").asText());
        result.put("verdict", reputation.path("verdict").asText());
        if (reputation.has("risk")) {
            result.put("risk", reputation.path("risk").asInt());
        }
        return result;
    }
}
