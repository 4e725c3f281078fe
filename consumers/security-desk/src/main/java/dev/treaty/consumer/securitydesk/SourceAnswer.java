package dev.treaty.consumer.securitydesk;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source contributed.
 *
 * @param state {@code answered}, {@code unavailable} or {@code limited}
 * @param score 0 to 100, if it has answered and knows the address
 * @param notBefore when it can be asked again, if it is limited
 */
public record SourceAnswer(String name, String state, Optional<Integer> score, Optional<Instant> notBefore) {}
