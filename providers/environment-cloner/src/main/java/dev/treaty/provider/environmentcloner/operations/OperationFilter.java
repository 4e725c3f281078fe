package dev.treaty.provider.environmentcloner.operations;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which operations to list, the newest first.
 *
 * @param kind empty for clones and restorations
 * @param target the id of an environment; empty for all
 * @param state empty for all
 * @param limit how many at most, at least 1
 * @param after {@link Page#next} of the page before; empty for the first page
 */
public record OperationFilter(
        Optional<OperationKind> kind,
        Optional<String> target,
        Optional<OperationState> state,
        int limit,
        OptionalLong after) {

    /** Clones and restorations. */
    public OperationFilter(Optional<String> target, Optional<OperationState> state, int limit, OptionalLong after) {
        this(Optional.empty(), target, state, limit, after);
    }
}
