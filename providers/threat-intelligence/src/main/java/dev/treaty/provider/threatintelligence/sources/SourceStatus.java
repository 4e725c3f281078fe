package dev.treaty.provider.threatintelligence.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a source is.
 *
 * @param state {@code answering}, {@code unavailable}, {@code limited}, or {@code unknown} if it was never asked
 * @param remaining how many more addresses it answers today, if it says so
 * @param notBefore when it may be asked again, if not now
 * @param answeredAt when it last answered
 * @param keyExpiresOn the last day of its API key, if that is known
 */
public record SourceStatus(
        SourceName name,
        String state,
        Optional<Integer> remaining,
        Optional<Instant> notBefore,
        Optional<Instant> answeredAt,
        Optional<LocalDate> keyExpiresOn) {}
