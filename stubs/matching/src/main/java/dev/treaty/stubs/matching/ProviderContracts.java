package dev.treaty.stubs.matching;

import dev.treaty.stubs.matching.index.PathIndex;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.MatchingCost;
import dev.treaty.stubs.matching.request.Lazy;
import java.util.List;
import java.util.stream.Stream;

/** The interactions of one provider, indexed. */
public final class ProviderContracts {

    private final List<IndexedContract> contracts;
    private final PathIndex index;
    private final List<MessageInteraction> messages;
    private final Lazy<MatchingCost> cost;

    ProviderContracts(List<IndexedContract> contracts) {
        this.contracts = List.copyOf(contracts);
        var http = interactions(HttpInteraction.class).toList();
        index = new PathIndex(http);
        messages = interactions(MessageInteraction.class).toList();
        cost = new Lazy<>(() -> MatchingCost.of(http));
    }

    private <T extends ReplayedInteraction> Stream<T> interactions(Class<T> type) {
        return contracts.stream()
                .flatMap(contract -> contract.interactions().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    PathIndex index() {
        return index;
    }

    /** What comparing a request with its interactions costs. */
    public MatchingCost cost() {
        return cost.get();
    }

    /** The provider's messages, in the order of the contracts. */
    public List<MessageInteraction> messages() {
        return messages;
    }

    /** Whether it is made of exactly these contracts. */
    @SuppressWarnings("ReferenceEquality") // equal files may have been read at different times
    boolean consistsOf(List<IndexedContract> others) {
        if (others.size() != contracts.size()) {
            return false;
        }
        for (var i = 0; i < others.size(); i++) {
            if (others.get(i) != contracts.get(i)) {
                return false;
            }
        }
        return true;
    }
}
