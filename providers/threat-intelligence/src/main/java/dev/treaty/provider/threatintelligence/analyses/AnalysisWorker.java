package dev.treaty.provider.threatintelligence.analyses;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.threatintelligence.reputation.JsonText;
import dev.treaty.provider.threatintelligence.reputation.Reputations;
import dev.treaty.provider.threatintelligence.reputation.Verdict;
import dev.treaty.provider.threatintelligence.sources.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the verdicts of analyses. It asks nobody unless two sources can answer, because a verdict needs two answers and each question counts
 * against a limit.
 */
public final class AnalysisWorker {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisWorker.class);
    private static final int LEAST_ANSWERS = 2;

    /** When an address is tried again whose sources did not answer although they could have. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** After so many, nobody knows: whoever waits for an analysis must not wait for ever. */
    private static final int ATTEMPTS = 20;

    private final Jdbi jdbi;
    private final Sources sources;
    private final Reputations reputations;
    private final Clock clock;

    public AnalysisWorker(Jdbi jdbi, Sources sources, Reputations reputations, Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.reputations = reputations;
        this.clock = clock;
    }

    private record Item(String analysis, int place, String ip, String caller, int attempts) {}

    /** Works from time to time until what it returns is closed. */
    public AutoCloseable start(Duration pause) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "analyses");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleWithFixedDelay(
                this::attempt, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return executor::shutdownNow;
    }

    /** If it threw, the executor would never run it again. */
    private void attempt() {
        try {
            work();
        } catch (RuntimeException e) {
            LOG.error("analyses are tried again", e);
        }
    }

    /** Makes as many verdicts as can be made now. */
    public void work() {
        while (isAnyDue() && sources.free() >= LEAST_ANSWERS && next()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private boolean isAnyDue() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT 1 FROM analysis_item WHERE content IS NULL AND due_at <= :now LIMIT 1")
                .bind("now", clock.instant())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Tries one address, which no other instance of the service tries meanwhile; false if none is due. */
    private boolean next() {
        return jdbi.inTransaction(handle -> {
            var item = take(handle);
            item.ifPresent(taken -> attempt(handle, taken));
            return item.isPresent();
        });
    }

    private Optional<Item> take(Handle handle) {
        return handle.createQuery("""
                        SELECT i.analysis, i.place, i.ip, i.attempts, a.caller
                        FROM analysis_item i JOIN analysis a ON a.id = i.analysis
                        WHERE i.content IS NULL AND i.due_at <= :now
                        ORDER BY i.due_at, i.analysis, i.place LIMIT 1 FOR UPDATE OF i SKIP LOCKED""")
                .bind("now", clock.instant())
                .map((row, context) -> new Item(
                        row.getString("analysis"),
                        row.getInt("place"),
                        row.getString("ip"),
                        row.getString("caller"),
                        row.getInt("attempts")))
                .findOne();
    }

    private void attempt(Handle handle, Item item) {
        var known = reputations.ifKnown(item.caller(), new IpAddress(item.ip())).map(Object::toString);
        var isLast = item.attempts() + 1 >= ATTEMPTS;
        handle.createUpdate("""
                        UPDATE analysis_item SET content = :content, due_at = :due, attempts = attempts + 1
                        WHERE analysis = :analysis AND place = :place""")
                .bind(
                        "content",
                        known.or(() -> isLast ? Optional.of(unknown(item)) : Optional.empty())
                                .orElse(null))
                .bind("due", clock.instant().plus(PAUSE))
                .bind("analysis", item.analysis())
                .bind("place", item.place())
                .execute();
    }

    private static String unknown(Item item) {
        return JsonText.of(Map.of("ip", item.ip(), "verdict", Verdict.UNKNOWN.value()));
    }
}
