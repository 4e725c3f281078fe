package dev.treaty.provider.environmentcloner.operations;

import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * A clone, or the restoration of a backup.
 *
 * @param number its place among all operations, which are numbered as they are requested
 * @param id e.g. {@code cln_…}, {@code rst_…} for a restoration
 * @param source the id of the environment that is cloned; empty for a restoration
 * @param target the id of the environment whose database is replaced
 * @param phase empty before it runs; the last one that it was in when it is over
 * @param requestedBy the id of the user
 * @param cancelledBy the id of the user who cancelled it, if somebody did
 * @param backup the id of the backup of the former database, which exists as soon as the databases are swapped; for a restoration, too
 * @param restored the id of the backup that a restoration restores
 * @param failure why it failed; of a failed operation only
 * @param rolledBack whether the target is as it was before; of a failed or cancelled operation only, and always true but if somebody else
 *     removed the target meanwhile
 */
public record Operation(
        long number,
        String id,
        OperationKind kind,
        Optional<String> source,
        String target,
        OperationOptions options,
        OperationState state,
        Optional<OperationPhase> phase,
        OperationProgress progress,
        String requestedBy,
        Optional<String> cancelledBy,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> backup,
        Optional<String> restored,
        Optional<Failure> failure,
        boolean rolledBack) {}
