package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.ClonerConnection;
import dev.treaty.consumer.environmentconsole.connection.ClonerRequest;
import dev.treaty.consumer.environmentconsole.connection.ClonerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Clones that wait, run, or are over. Every method may throw a {@link dev.treaty.consumer.environmentconsole.connection.ClonerFailure}. */
public final class Clones {

    private static final String PATH = "/clones";

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    private final ClonerConnection cloner;

    public Clones(ClonerConnection cloner) {
        this.cloner = cloner;
    }

    /**
     * Starts a clone, or has it queued.
     *
     * @param attempt the same in each repetition, so that a repeated request starts no second clone
     */
    public Observation start(CloneOptions options, UUID attempt) {
        var request = ClonerRequest.post(PATH, options.body()).with("Idempotency-Key", attempt.toString());
        var response = cloner.send(request);
        var started = observation(response, 202);
        if (!response.header("Location")
                .orElse("")
                .endsWith(path(started.current().id()))) {
            throw response.unexpected("its Location is not that of the clone in its body");
        }
        return started;
    }

    /** What a clone would do; nothing is changed. */
    public Plan plan(CloneOptions options) {
        return Plan.of(cloner.send(ClonerRequest.post(PATH + "?dryRun=true", options.body()))
                .document(200));
    }

    /** A clone as it is now. */
    public Observation find(String id) {
        return observation(cloner.send(ClonerRequest.get(path(id))), 200);
    }

    /**
     * Lists the clones into an environment.
     *
     * @param limit how many at most, from 1 to 100
     */
    public ClonePage into(String target, int limit) {
        var response = cloner.send(
                ClonerRequest.get("%s?target=%s&limit=%d".formatted(PATH, ClonerRequest.encoded(target), limit)));
        var page = response.document(200);
        return new ClonePage(page.list("items", EnvironmentClone::of), page.optionalText("next"));
    }

    /** Asks for the end of a clone, whose target then stays as it is. Returns at once: the clone ends a little later. */
    public EnvironmentClone cancel(String id) {
        return EnvironmentClone.of(
                cloner.send(ClonerRequest.post(path(id) + "/cancellation")).document(202));
    }

    /**
     * A part of the log.
     *
     * @param limit how many entries at most, from 1 to 1,000
     * @param level entries that are less important are left out
     * @param after a cursor; empty for the beginning
     */
    public LogPage log(String id, LogLevel level, int limit, Optional<String> after) {
        var query = "?level=%s&limit=%d".formatted(level.word(), limit)
                + after.map(cursor -> "&after=" + ClonerRequest.encoded(cursor)).orElse("");
        var page = cloner.send(ClonerRequest.get(path(id) + "/log" + query)).document(200);
        return new LogPage(page.list("entries", LogEntry::of), page.optionalText("next"));
    }

    /** What a clone did; refused before its end. */
    public Statistics statistics(String id) {
        return Statistics.of(
                cloner.send(ClonerRequest.get(path(id) + "/statistics")).document(200));
    }

    private static Observation observation(ClonerResponse response, int expectedStatus) {
        var clone = EnvironmentClone.of(response.document(expectedStatus));
        return new Observation(clone, response.retryAfter().orElse(USUAL_PAUSE));
    }

    private static String path(String id) {
        return PATH + "/" + ClonerRequest.encoded(id);
    }
}
