package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.errors.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The interactions of the old version of a contract, and which of them an interaction of the new version is compared with. */
final class FormerInteractions {

    /** With how many old interactions one of the new version is compared at most, where many are alike; each comparison takes its time. */
    private static final int MOST_NEIGHBOURS = 100;

    private final List<V4Interaction> all;
    private final Map<InteractionKey, List<V4Interaction>> byKey = new HashMap<>();
    private final Set<String> states = new HashSet<>();
    private final Set<V4Interaction> compared = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Those that nothing in the new version asks any more and that were not compared yet. */
    private Map<String, List<V4Interaction>> openByDescription = Map.of();

    FormerInteractions(V4Pact pact) {
        all = pact.getInteractions().stream()
                .map(interaction -> interaction.asV4Interaction())
                .toList();
        for (var interaction : all) {
            byKey.computeIfAbsent(InteractionKey.of(interaction), key -> new ArrayList<>())
                    .add(interaction);
            interaction.getProviderStates().forEach(state -> states.add(String.valueOf(state.getName())));
        }
    }

    /** Whether a provider was told of a state before. */
    boolean hasState(String name) {
        return states.contains(name);
    }

    /** Those with the same request and states; first those with the same description. */
    List<V4Interaction> withSameQuestion(V4Interaction interaction) {
        return byKey.getOrDefault(InteractionKey.of(interaction), List.of()).stream()
                .sorted(Comparator.comparing(
                        (V4Interaction old) -> !old.getDescription().equals(interaction.getDescription())))
                .limit(MOST_NEIGHBOURS)
                .toList();
    }

    /** An interaction of the new version was compared with this one. */
    void setCompared(V4Interaction old) {
        compared.add(old);
    }

    /** Must be called before {@link #takeNearest}. */
    void setAsked(List<V4Interaction> interactionsAfter) {
        var asked = interactionsAfter.stream().map(InteractionKey::of).collect(Collectors.toSet());
        openByDescription = notCompared().stream()
                .filter(old -> !asked.contains(InteractionKey.of(old)))
                .collect(Collectors.groupingBy(
                        V4Interaction::getDescription, HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /** The open one with the same description; the one with the most similar states if there are several. It counts as compared. */
    Optional<V4Interaction> takeNearest(V4Interaction interaction) {
        var open = openByDescription.getOrDefault(interaction.getDescription(), List.of());
        var similarity = Similarity.nearestFirst(InteractionKey.of(interaction).statesAsText());
        var nearest = open.stream()
                .limit(MOST_NEIGHBOURS)
                .filter(old -> old.getClass().equals(interaction.getClass()))
                .min(Comparator.comparing(old -> InteractionKey.of(old).statesAsText(), similarity));
        nearest.ifPresent(old -> {
            open.removeIf(each -> each == old);
            setCompared(old);
        });
        return nearest;
    }

    /** Those that nothing was compared with, in their order. */
    List<V4Interaction> notCompared() {
        return all.stream().filter(old -> !compared.contains(old)).toList();
    }
}
