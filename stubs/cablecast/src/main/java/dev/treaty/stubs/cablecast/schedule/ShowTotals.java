package dev.treaty.stubs.cablecast.schedule;

import dev.treaty.stubs.cablecast.resource.Resources;
import java.math.BigDecimal;

/** What is summed up about a show. */
record ShowTotals(Resources resources, String show) {

    /** How long all of its reels take, in seconds. */
    BigDecimal totalRunTime() {
        return resources.with("reel", "show", show).stream()
                .map(reel -> reel.path("length").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How often it is scheduled. */
    long runCount() {
        return resources.with("scheduleItem", "show", show).stream()
                .filter(item -> !item.path("deleted").asBoolean())
                .count();
    }
}
