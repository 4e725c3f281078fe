package dev.treaty.stubs.replay;

import java.util.List;
import java.util.Optional;

/**
 * Who could answer a request, found once for all who want to know.
 *
 * @param contracts among which it was looked for; from now on there may be others
 * @param comparisons with those interactions that the index did not rule out
 * @param answering those that may answer, the one that does first (see {@link Selection}); none if they contend
 * @param contending those that all match and answer differently, if that is forbidden
 */
record Found(
        Contracts contracts,
        ReceivedRequest request,
        List<Comparison> comparisons,
        List<? extends Replay> answering,
        List<HttpReplay> contending) {

    Optional<Replay> first() {
        return answering.isEmpty() ? Optional.empty() : Optional.of(answering.get(0));
    }

    static Found nobody(Contracts contracts, ReceivedRequest request) {
        return new Found(contracts, request, List.of(), List.of(), List.of());
    }
}
