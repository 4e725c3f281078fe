package dev.treaty.consumer.threatintelligence.misp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Objects as MISP reads and sends them. Every number is a string. */
final class Wire {

    private Wire() {}

    record Search(
            String returnFormat,
            String value,
            List<String> type,
            @JsonProperty("to_ids") boolean forDetection,
            boolean enforceWarninglist,
            int page,
            int limit) {}

    record NewAttribute(
            String type,
            String category,
            String value,
            @JsonProperty("to_ids") boolean forDetection,
            String comment) {}

    record Found(@JsonProperty("Attribute") List<Attribute> attributes) {}

    record Attribute(
            String id,
            @JsonProperty("event_id") String eventId,
            String category,
            @JsonProperty("timestamp") long changedAt,
            @JsonProperty("Event") Event event,
            @JsonProperty("Tag") Optional<List<Tag>> tags) {

        Indicator toIndicator() {
            return new Indicator(
                    id,
                    eventId,
                    event.info(),
                    category,
                    Instant.ofEpochSecond(changedAt),
                    tags.orElse(List.of()).stream().map(Tag::name).toList());
        }
    }

    record Event(String info) {}

    record Tag(String name) {}

    record Identified(String id) {}

    record Version(String version) {}
}
