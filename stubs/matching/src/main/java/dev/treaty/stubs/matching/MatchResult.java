package dev.treaty.stubs.matching;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.List;
import java.util.Optional;

/**
 * Which interactions may answer a request.
 *
 * @param contracts that were searched; other contracts may be served by now
 * @param comparisons with the interactions that the index did not rule out
 * @param answering the interactions that may answer, the chosen one first (see {@link Selection}); none if they are ambiguous
 * @param ambiguous the interactions that all match and respond differently, if that is forbidden
 */
public record MatchResult(
        ContractSnapshot contracts,
        ReceivedRequest request,
        List<Comparison> comparisons,
        List<? extends ReplayedInteraction> answering,
        List<HttpInteraction> ambiguous) {

    /** The interaction that answers. */
    public Optional<ReplayedInteraction> first() {
        return answering.isEmpty() ? Optional.empty() : Optional.of(answering.get(0));
    }

    static MatchResult none(ContractSnapshot contracts, ReceivedRequest request) {
        return new MatchResult(contracts, request, List.of(), List.of(), List.of());
    }
}
