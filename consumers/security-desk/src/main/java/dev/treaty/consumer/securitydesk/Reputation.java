package dev.treaty.consumer.securitydesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What threat-intelligence says of an address.
 *
 * @param risk 0 to 100; empty if the verdict is unknown
 * @param country ISO 3166, if a source knows it
 * @param reasons for people
 * @param expiresAt until when the verdict holds; empty if it is unknown
 */
public record Reputation(
        String ip,
        Verdict verdict,
        Optional<Integer> risk,
        Optional<String> country,
        List<SourceAnswer> sources,
        List<String> reasons,
        Instant assessedAt,
        Optional<Instant> expiresAt) {

    /** Copies the lists. */
    public Reputation {
        sources = List.copyOf(sources);
        reasons = List.copyOf(reasons);
    }
}
