package dev.treaty.stubs.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What a vendor has for an account, and what it will do.
 *
 * @param now the vendor's time
 * @param objects how many there are, by kind
 * @param due what will be done, in the order of time
 */
public record VendorState(Instant now, Map<String, Long> objects, List<Due> due) {

    public VendorState {
        objects = Map.copyOf(objects);
        due = List.copyOf(due);
    }

    static VendorState of(JsonNode state) {
        var objects = new TreeMap<String, Long>();
        state.path("objects")
                .properties()
                .forEach(kind -> objects.put(kind.getKey(), kind.getValue().asLong()));
        return new VendorState(
                Instant.parse(state.path("now").asText()),
                objects,
                StreamSupport.stream(state.path("due").spliterator(), false)
                        .map(Due::of)
                        .toList());
    }

    /**
     * Something that will be done.
     *
     * @param at the vendor's time
     * @param action in the vendor's words
     */
    public record Due(Instant at, String action) {

        static Due of(JsonNode due) {
            return new Due(
                    Instant.parse(due.path("at").asText()), due.path("action").asText());
        }
    }
}
