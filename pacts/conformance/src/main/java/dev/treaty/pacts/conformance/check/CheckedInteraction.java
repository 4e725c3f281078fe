package dev.treaty.pacts.conformance.check;

import java.util.List;
import java.util.Map;

/**
 * What came of comparing an interaction with the vendor's document.
 *
 * @param consumer whose contract it is in
 * @param description of the interaction
 * @param differences none if it conforms
 * @param touched what the document says at each place that the interaction touches, by place
 */
public record CheckedInteraction(
        String consumer,
        String provider,
        String description,
        List<Difference> differences,
        Map<String, String> touched) {

    /** Copies the collections. */
    public CheckedInteraction {
        differences = List.copyOf(differences);
        touched = Map.copyOf(touched);
    }
}
