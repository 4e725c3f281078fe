package dev.treaty.provider.environmentcloner.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * An operation that is to be queued.
 *
 * @param source of a clone
 * @param restored the id of the backup that a restoration restores
 */
public record NewOperation(
        String id,
        OperationKind kind,
        Optional<String> source,
        String target,
        OperationOptions options,
        Optional<String> restored,
        Requester requester,
        Instant at) {}
