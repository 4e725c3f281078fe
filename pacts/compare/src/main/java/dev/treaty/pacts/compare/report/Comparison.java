package dev.treaty.pacts.compare.report;

import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import java.util.Comparator;
import java.util.List;

/**
 * The contracts of two points in time, compared.
 *
 * @param before how the first is called
 * @param after how the second is called
 */
public record Comparison(String before, String after, List<ContractChange> contracts) {

    /** Copies the list. */
    public Comparison {
        contracts = List.copyOf(contracts);
    }

    /** The worst effect. */
    public Effect effect() {
        return contracts.stream()
                .map(ContractChange::effect)
                .max(Comparator.naturalOrder())
                .orElse(Effect.SAFE);
    }

    List<ContractChange> with(Effect effect) {
        return contracts.stream()
                .filter(contract -> contract.effect() == effect)
                .toList();
    }

    long count(Effect effect) {
        return contracts.stream()
                .mapToLong(contract -> contract.with(effect).size())
                .sum();
    }

    /** Changes whose requests a stub does not answer any more, or perhaps not. */
    List<InteractionChange> requests(ContractChange contract, RequestChange.Kind kind) {
        return contract.interactions().stream()
                .filter(change -> change.request().kind() == kind)
                .toList();
    }
}
