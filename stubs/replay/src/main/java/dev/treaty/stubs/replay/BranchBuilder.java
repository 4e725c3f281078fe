package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.IRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what tells interactions apart.
 *
 * @param stages what to look at; at a later one only if the earlier ones leave too many together
 */
record BranchBuilder(List<Function<IRequest, Map<Trait, Object>>> stages) {

    /** What share may be left for a parting to be worth its while. It also keeps the ways short. */
    private static final double WORTH_IT = 0.9;

    private record Wanting(HttpReplay interaction, Map<Trait, Object> demands) {}

    Branch build(List<HttpReplay> interactions) {
        if (interactions.size() <= Branch.FEW || stages.isEmpty()) {
            return new Branch.Leaf(List.copyOf(interactions));
        }
        var next = new BranchBuilder(stages.subList(1, stages.size()));
        return next.split(interactions.stream()
                .map(interaction ->
                        new Wanting(interaction, Map.copyOf(stages.get(0).apply(interaction.expected()))))
                .toList());
    }

    private Branch split(List<Wanting> group) {
        var trait = group.size() <= Branch.FEW ? Optional.<Trait>empty() : mostTelling(group);
        if (trait.isEmpty()) {
            return build(group.stream().map(Wanting::interaction).toList());
        }
        var byValue = new HashMap<Object, List<Wanting>>();
        var others = new ArrayList<Wanting>();
        for (var wanting : group) {
            var value = wanting.demands().get(trait.get());
            (value == null ? others : byValue.computeIfAbsent(value, any -> new ArrayList<>())).add(wanting);
        }
        var branches = new HashMap<Object, Branch>();
        byValue.forEach((value, those) -> branches.put(value, split(those)));
        return new Branch.Fork(trait.get(), branches, split(others));
    }

    /** The trait that leaves the fewest together; nothing if each leaves most. */
    private static Optional<Trait> mostTelling(List<Wanting> group) {
        var counts = new HashMap<Trait, Map<Object, Integer>>();
        for (var wanting : group) {
            wanting.demands()
                    .forEach((trait, value) -> counts.computeIfAbsent(trait, any -> new HashMap<>())
                            .merge(value, 1, Integer::sum));
        }
        var all = (long) group.size() * group.size();
        return counts.entrySet().stream()
                .map(entry ->
                        Map.entry(entry.getKey(), together(entry.getValue().values(), group.size())))
                .filter(entry -> entry.getValue() <= all * WORTH_IT)
                .min(Map.Entry.<Trait, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** With how many each interaction is left, all these added. */
    private static long together(Collection<Integer> sizes, int size) {
        var others = (long) size;
        var largest = 0L;
        for (var some : sizes) {
            others -= some;
            largest = Math.max(largest, some);
        }
        var together = others * (others + largest);
        for (var some : sizes) {
            together += some * (some + others);
        }
        return together;
    }
}
