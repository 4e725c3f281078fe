package dev.treaty.provider.environmentcloner.operations;

import dev.treaty.provider.environmentcloner.refusals.CloneIsRunning;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What operations did, in the database. */
public final class StatisticsRows {

    /** A third of what the benchmark of the module sees on two cores. */
    private static final long CAUTIOUS = 20_000;

    private StatisticsRows() {}

    /**
     * Those of an operation that is over; all zero if it ended before it did anything.
     *
     * @throws CloneIsRunning if it is not over
     */
    public static Statistics find(Handle handle, String id) {
        var operation = OperationRows.find(handle, id);
        if (!operation.state().isFinal()) {
            throw new CloneIsRunning(id, operation.state().word());
        }
        return handle.createQuery("SELECT statistics FROM operation WHERE id = :id AND statistics IS NOT NULL")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(StatisticsJson::read)
                .orElseGet(() -> new Statistics(List.of(), List.of(), duration(operation), 0, 0, 0, List.of()));
    }

    private static Duration duration(Operation operation) {
        return operation
                .startedAt()
                .flatMap(start -> operation.finishedAt().map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
    }

    /** How many rows the latest clones copied in a second; a cautious number if there are none. */
    public static long rowsPerSecond(Handle handle) {
        var latest = handle.createQuery("""
                        SELECT statistics FROM operation WHERE state = 'completed' AND kind = 'clone' AND statistics IS NOT NULL
                         ORDER BY number DESC LIMIT 5""").mapTo(String.class).list();
        return (long) latest.stream()
                .mapToLong(statistics -> StatisticsJson.read(statistics).rowsPerSecond())
                .filter(rate -> rate > 0)
                .average()
                .orElse(CAUTIOUS);
    }
}
