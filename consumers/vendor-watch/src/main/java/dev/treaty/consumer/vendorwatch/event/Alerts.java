package dev.treaty.consumer.vendorwatch.event;

import dev.treaty.consumer.vendorwatch.health.Breach;
import dev.treaty.consumer.vendorwatch.health.Health;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The events of the watch. */
public final class Alerts {

    private Alerts() {}

    /** A vendor does not keep a threshold any more. */
    public static WatchEvent degraded(String vendor, Health health, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("vendor", vendor);
        data.put("status", health.status().word());
        data.put("breaches", health.breaches().stream().map(Alerts::breach).toList());
        return WatchEvent.of(Happening.VENDOR_DEGRADED, vendor, now, data);
    }

    private static Map<String, Object> breach(Breach breach) {
        var data = new LinkedHashMap<String, Object>();
        data.put("measure", breach.measure().name().toLowerCase(Locale.ROOT));
        data.put("threshold", breach.threshold());
        data.put("measured", breach.measured());
        return data;
    }

    /** A vendor keeps all thresholds again. */
    public static WatchEvent recovered(String vendor, Instant degradedAt, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("vendor", vendor);
        data.put("degradedAt", degradedAt);
        return WatchEvent.of(Happening.VENDOR_RECOVERED, vendor, now, data);
    }

    /**
     * A vendor has cost more than a share of its budget.
     *
     * @param percent the share
     */
    public static WatchEvent costs(
            String vendor,
            YearMonth month,
            BigDecimal spent,
            BigDecimal budget,
            String currency,
            int percent,
            Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("vendor", vendor);
        data.put("month", month.toString());
        data.put("percent", percent);
        data.put("spent", spent.toPlainString());
        data.put("budget", budget.toPlainString());
        data.put("currency", currency);
        return WatchEvent.of(Happening.COST_THRESHOLD_REACHED, vendor, now, data);
    }

    /** A key has to be replaced soon, or already. */
    public static WatchEvent keyExpires(String vendor, LocalDate rotateBy, LocalDate today, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("vendor", vendor);
        data.put("rotateBy", rotateBy);
        data.put("daysLeft", ChronoUnit.DAYS.between(today, rotateBy));
        return WatchEvent.of(Happening.KEY_EXPIRES, vendor, now, data);
    }
}
