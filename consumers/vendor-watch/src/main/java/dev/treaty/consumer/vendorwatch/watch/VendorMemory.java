package dev.treaty.consumer.vendorwatch.watch;

import dev.treaty.consumer.vendorwatch.health.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the watch remembers of a vendor.
 *
 * @param window its last calls
 * @param degradedAt since when it has not kept a threshold; empty if it keeps all
 * @param calls of the watch itself, by month
 * @param costAlert the highest share of the budget, in percent, that somebody was told of, by month
 * @param warnedOfKey the date of rotation that somebody was told of
 */
record VendorMemory(
        Window window,
        Optional<Instant> degradedAt,
        Map<String, Long> calls,
        Map<String, Integer> costAlert,
        Optional<LocalDate> warnedOfKey) {

    static final VendorMemory EMPTY =
            new VendorMemory(Window.EMPTY, Optional.empty(), Map.of(), Map.of(), Optional.empty());

    VendorMemory withCall(Window newWindow, String month) {
        var more = new TreeMap<>(calls);
        more.merge(month, 1L, Long::sum);
        return new VendorMemory(newWindow, degradedAt, more, costAlert, warnedOfKey);
    }

    VendorMemory degraded(Optional<Instant> since) {
        return new VendorMemory(window, since, calls, costAlert, warnedOfKey);
    }

    VendorMemory toldOfCosts(String month, int percent) {
        var more = new TreeMap<>(costAlert);
        more.put(month, percent);
        return new VendorMemory(window, degradedAt, calls, more, warnedOfKey);
    }

    VendorMemory toldOfKey(LocalDate rotateBy) {
        return new VendorMemory(window, degradedAt, calls, costAlert, Optional.of(rotateBy));
    }
}
