package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** {@code billing_cycle_anchor_config}: a day of the month, and perhaps a month and a time of the day. */
final class AnchorConfig {

    private AnchorConfig() {}

    /** The next time that fits after another one, in seconds since 1970; 0 without a configuration. */
    static long next(JsonNode config, long after) {
        if (!config.path("day_of_month").isNumber()) {
            return 0;
        }
        var now = Instant.ofEpochSecond(after).atZone(ZoneOffset.UTC);
        var month = YearMonth.from(now);
        var candidate = at(config, month, now);
        while (candidate.toEpochSecond() <= after || !fits(config, month)) {
            month = month.plusMonths(1);
            candidate = at(config, month, now);
        }
        return candidate.toEpochSecond();
    }

    private static boolean fits(JsonNode config, YearMonth month) {
        return !config.path("month").isNumber() || config.path("month").asInt() == month.getMonthValue();
    }

    private static ZonedDateTime at(JsonNode config, YearMonth month, ZonedDateTime now) {
        var day = Math.min(config.path("day_of_month").asInt(), month.lengthOfMonth());
        return month.atDay(day)
                .atTime(
                        config.path("hour").asInt(now.getHour()),
                        config.path("minute").asInt(now.getMinute()),
                        config.path("second").asInt(now.getSecond()))
                .atZone(ZoneOffset.UTC);
    }
}
