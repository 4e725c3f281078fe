package dev.treaty.stubs.cablecast.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.CablecastTime;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two shows cannot run on one channel at the same time. A show runs as long as its reels together; one without reels conflicts only with
 * what runs when it starts. What is marked as deleted does not run.
 */
public final class ScheduleConflicts implements ResourceRules {

    private static final String ITEM = "scheduleItem";
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Override
    public void check(Resources resources, ObjectNode item, ObjectNode submitted, @Nullable ObjectNode previous) {
        var run = Run.of(resources, item);
        item.put("day", day(item, date(run.start())));
        if (!item.path("deleted").asBoolean()) {
            conflict(resources, item, run).ifPresent(other -> {
                throw CablecastError.conflict(
                        "The scheduleItem conflicts with scheduleItem %s, which runs on channel %s at %s."
                                .formatted(
                                        other.path("id").asText(),
                                        other.path("channel").asText(),
                                        other.path("runDateTime").asText()));
            });
        }
    }

    private static Optional<ObjectNode> conflict(Resources resources, ObjectNode item, Run run) {
        var first = date(run.start().minus(LONGEST));
        var last = date(run.end());
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> resources.with(ITEM, "day", day(item, date)).stream())
                .filter(other -> !other.path("id").equals(item.path("id")))
                .filter(other -> !other.path("deleted").asBoolean())
                .filter(other -> Run.of(resources, other).overlaps(run))
                .findFirst();
    }

    private static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** What an item is found by when another one is scheduled. */
    private static String day(ObjectNode item, LocalDate date) {
        return item.path("channel").asText() + "/" + date;
    }

    /** When a schedule item runs. */
    private record Run(Instant start, Instant end) {

        static Run of(Resources resources, ObjectNode item) {
            var start = CablecastTime.read(item.path("runDateTime").asText()).orElse(Instant.EPOCH);
            var totals = new ShowTotals(resources, item.path("show").asText());
            var length =
                    Duration.ofMillis(totals.totalRunTime().movePointRight(3).longValue());
            return new Run(start, start.plus(length.compareTo(SHORTEST) < 0 ? SHORTEST : length));
        }

        boolean overlaps(Run other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }
    }
}
