package dev.treaty.stubs.http.response;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The responses that are always the same, ready to be written. Each is kept with its interaction; equal headers, which most
 * interactions of a provider have, are kept once.
 */
public final class ResponseCache {

    private final Map<List<Map.Entry<String, List<String>>>, CachedHeaders> headers = new ConcurrentHashMap<>();

    /** The response of an interaction; empty if it differs from request to request. */
    public Optional<CachedResponse> of(HttpInteraction interaction) {
        return interaction.attachment(Slot.class, this::prepare).response();
    }

    private Slot prepare(HttpInteraction interaction) {
        // a response to HEAD is rare, and may state any length
        if (interaction.hasGenerators()
                || Responses.mayStateLength(interaction.expected().getMethod())) {
            return new Slot(Optional.empty());
        }
        var example = interaction.example();
        return new Slot(Optional.of(
                new CachedResponse(example.getStatus(), shared(example.getHeaders()), Responses.body(example))));
    }

    private CachedHeaders shared(Map<String, List<String>> contractHeaders) {
        var kept = Responses.withoutFraming(contractHeaders);
        var key = kept.entrySet().stream().map(Map.Entry::copyOf).toList(); // their order counts
        return headers.computeIfAbsent(key, first -> new CachedHeaders(kept));
    }

    /** Forgets the headers of contracts that are not served any more. */
    public void clear() {
        headers.clear();
    }

    private record Slot(Optional<CachedResponse> response) {}
}
