package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Pact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds contracts that are new by their names, but whose interactions are those of a contract that is gone. */
final class Renamings {

    private final Map<InteractionKey, List<Gone>> gone = new HashMap<>();

    /** @param contracts those that are gone */
    Renamings(Collection<V4Pact> contracts) {
        for (var contract : contracts) {
            var keys = keys(contract);
            var former = new Gone(consumer(contract), provider(contract), keys.size());
            keys.forEach(key ->
                    gone.computeIfAbsent(key, unknown -> new ArrayList<>()).add(former));
        }
    }

    private static String consumer(V4Pact contract) {
        return contract.getConsumer().getName();
    }

    private static String provider(V4Pact contract) {
        return contract.getProvider().getName();
    }

    private static Set<InteractionKey> keys(V4Pact contract) {
        return contract.getInteractions().stream()
                .map(interaction -> InteractionKey.of(interaction.asV4Interaction()))
                .collect(Collectors.toSet());
    }

    /** The contract that a new one shares most interactions with: one of its names, and at least half of the interactions of the larger one. */
    Optional<Renaming> of(V4Pact contract) {
        var keys = keys(contract);
        var shared = new HashMap<Gone, Integer>();
        keys.stream()
                .flatMap(key -> gone.getOrDefault(key, List.of()).stream())
                .filter(former -> former.consumer().equals(consumer(contract))
                        || former.provider().equals(provider(contract)))
                .forEach(former -> shared.merge(former, 1, Integer::sum));
        return shared.entrySet().stream()
                .map(entry -> entry.getKey().renaming(entry.getValue(), keys.size()))
                .filter(renaming -> renaming.same() * 2 >= renaming.all())
                .reduce((one, other) -> other.same() * one.all() > one.same() * other.all() ? other : one);
    }

    private record Gone(String consumer, String provider, int interactions) {

        Renaming renaming(int same, int interactionsAfter) {
            return new Renaming(consumer, provider, same, Math.max(interactions, interactionsAfter));
        }
    }
}
