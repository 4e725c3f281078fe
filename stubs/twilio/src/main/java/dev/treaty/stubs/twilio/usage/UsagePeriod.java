package dev.treaty.stubs.twilio.usage;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Of which time, and in which parts, usage is asked for. */
enum UsagePeriod {
    ALL_TIME("AllTime"),
    DAILY("Daily"),
    MONTHLY("Monthly"),
    YEARLY("Yearly"),
    TODAY("Today"),
    YESTERDAY("Yesterday"),
    THIS_MONTH("ThisMonth"),
    LAST_MONTH("LastMonth");

    /** Of parts, the last hundred days, months or years are given; the replay has nothing older. */
    private static final int MOST_PARTS = 100;

    private final String path;

    UsagePeriod(String path) {
        this.path = path;
    }

    /** As it is called in a path. */
    String path() {
        return path;
    }

    /** The days that it is about if a request says nothing else. */
    UsageRange range(LocalDate today) {
        return switch (this) {
            case ALL_TIME, DAILY, MONTHLY, YEARLY -> new UsageRange(first(today), today);
            case TODAY -> new UsageRange(today, today);
            case YESTERDAY -> new UsageRange(today.minusDays(1), today.minusDays(1));
            case THIS_MONTH -> new UsageRange(today.withDayOfMonth(1), today);
            case LAST_MONTH -> {
                var day = today.minusMonths(1);
                yield new UsageRange(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
            }
        };
    }

    private LocalDate first(LocalDate today) {
        return switch (this) {
            case DAILY -> today.minusDays(MOST_PARTS - 1L);
            case MONTHLY -> today.minusMonths(MOST_PARTS - 1L).withDayOfMonth(1);
            default -> today.minusYears(MOST_PARTS - 1L).withDayOfYear(1);
        };
    }

    /** Its parts, the latest first. */
    List<UsageRange> parts(UsageRange range) {
        return switch (this) {
            case DAILY -> parts(range, day -> day);
            case MONTHLY -> parts(range, day -> day.withDayOfMonth(1));
            case YEARLY -> parts(range, day -> day.withDayOfYear(1));
            default -> range.start().isAfter(range.end()) ? List.of() : List.of(range);
        };
    }

    private static List<UsageRange> parts(UsageRange range, UnaryOperator<LocalDate> start) {
        var parts = new ArrayList<UsageRange>();
        for (var end = range.end(); !end.isBefore(range.start()); ) {
            var first = start.apply(end);
            parts.add(new UsageRange(first, end).within(range.start(), range.end()));
            end = first.minusDays(1);
        }
        return parts;
    }
}
