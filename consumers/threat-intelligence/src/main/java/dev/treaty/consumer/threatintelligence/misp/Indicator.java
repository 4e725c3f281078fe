package dev.treaty.consumer.threatintelligence.misp;

import java.time.Instant;
import java.util.List;

/**
 * An attribute of an event that names an address.
 *
 * @param event what the event is about, for people
 * @param tags e.g. {@code "tlp:amber"}, which says with whom it may be shared
 */
public record Indicator(
        String id, String eventId, String event, String category, Instant changedAt, List<String> tags) {

    /** Copies the tags. */
    public Indicator {
        tags = List.copyOf(tags);
    }
}
