package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the attributes that tell interactions apart best.
 *
 * @param stages which attributes to consider; a later stage only if the earlier ones leave too many interactions together
 */
record DecisionTreeBuilder(List<Function<IRequest, Map<Attribute, Object>>> stages) {

    /** A fork is worth it if it leaves at most this share of all pairs together. This also keeps the tree shallow. */
    private static final double WORTH_IT = 0.9;

    private record Entry(HttpInteraction interaction, Map<Attribute, Object> required) {}

    static DecisionTree build(List<HttpInteraction> interactions) {
        return new DecisionTreeBuilder(List.of(
                        RequiredAttributes::ofPath, RequiredAttributes::ofQueryAndHeader, RequiredAttributes::ofBody))
                .buildFrom(interactions);
    }

    private DecisionTree buildFrom(List<HttpInteraction> interactions) {
        if (interactions.size() <= DecisionTree.FEW || stages.isEmpty()) {
            return new DecisionTree.Leaf(List.copyOf(interactions));
        }
        var next = new DecisionTreeBuilder(stages.subList(1, stages.size()));
        return next.split(interactions.stream()
                .map(interaction -> new Entry(interaction, required(interaction.expected())))
                .toList());
    }

    /** Nothing of a request that cannot be understood, e.g. because a rule is broken or a body too deep: pact-jvm decides. */
    private Map<Attribute, Object> required(IRequest expected) {
        try {
            return Map.copyOf(stages.get(0).apply(expected));
        } catch (RuntimeException | StackOverflowError e) {
            return Map.of();
        }
    }

    private DecisionTree split(List<Entry> group) {
        var attribute = group.size() <= DecisionTree.FEW ? Optional.<Attribute>empty() : mostSelective(group);
        if (attribute.isEmpty()) {
            return buildFrom(group.stream().map(Entry::interaction).toList());
        }
        var byValue = new HashMap<Object, List<Entry>>();
        var others = new ArrayList<Entry>();
        for (var entry : group) {
            var value = entry.required().get(attribute.get());
            (value == null ? others : byValue.computeIfAbsent(value, any -> new ArrayList<>())).add(entry);
        }
        var branches = new HashMap<Object, DecisionTree>();
        byValue.forEach((value, entries) -> branches.put(value, split(entries)));
        return new DecisionTree.Fork(attribute.get(), branches, split(others));
    }

    /** The attribute that leaves the fewest interactions together; none if every attribute leaves most of them together. */
    private static Optional<Attribute> mostSelective(List<Entry> group) {
        var counts = new HashMap<Attribute, Map<Object, Integer>>();
        for (var entry : group) {
            entry.required()
                    .forEach((attribute, value) -> counts.computeIfAbsent(attribute, any -> new HashMap<>())
                            .merge(value, 1, Integer::sum));
        }
        var all = (long) group.size() * group.size();
        return counts.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(), pairsLeftTogether(entry.getValue().values(), group.size())))
                .filter(entry -> entry.getValue() <= all * WORTH_IT)
                .min(Map.Entry.<Attribute, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** The number of interactions that each interaction stays together with, added up over all of them. */
    private static long pairsLeftTogether(Collection<Integer> sizes, int size) {
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
