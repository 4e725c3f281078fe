package dev.treaty.provider.environmentcloner.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operation logged.
 *
 * @param number within the operation, 1 for the first
 * @param phase empty while it waits
 * @param message a sentence, without rows and secrets
 * @param table e.g. {@code audit.audit_logs}
 */
public record LogEntry(
        long number,
        Instant time,
        LogLevel level,
        Optional<OperationPhase> phase,
        String message,
        Optional<String> table) {}
