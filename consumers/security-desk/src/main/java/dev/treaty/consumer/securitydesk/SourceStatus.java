package dev.treaty.consumer.securitydesk;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source is.
 *
 * @param state {@code answering}, {@code unavailable}, {@code limited} or {@code unknown}
 * @param remaining how many more addresses it answers today, if it says so
 * @param notBefore when it can be asked again, if not now
 */
public record SourceStatus(String name, String state, Optional<Integer> remaining, Optional<Instant> notBefore) {}
