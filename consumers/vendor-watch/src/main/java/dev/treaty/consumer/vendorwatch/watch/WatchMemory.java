package dev.treaty.consumer.vendorwatch.watch;

import dev.treaty.consumer.vendorwatch.event.WatchEvent;
import java.util.List;
import java.util.Map;

/**
 * What the watch remembers from one round to the next.
 *
 * @param vendors by name
 * @param undelivered events, the oldest first
 */
public record WatchMemory(Map<String, VendorMemory> vendors, List<WatchEvent> undelivered) {

    /** Of a watch that starts. */
    public static final WatchMemory EMPTY = new WatchMemory(Map.of(), List.of());

    VendorMemory of(String vendor) {
        return vendors.getOrDefault(vendor, VendorMemory.EMPTY);
    }
}
