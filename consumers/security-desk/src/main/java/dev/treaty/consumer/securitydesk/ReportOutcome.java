package dev.treaty.consumer.securitydesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the sources made of a report. */
public record ReportOutcome(String ip, List<BySource> sources) {

    /** Copies the list. */
    public ReportOutcome {
        sources = List.copyOf(sources);
    }

    /**
     * What one source made of it.
     *
     * @param state {@code accepted}, {@code known}, {@code limited}, {@code rejected} or {@code unavailable}
     * @param notBefore when it can be reported again, if the source is limited
     */
    public record BySource(String name, String state, Optional<Instant> notBefore) {}
}
