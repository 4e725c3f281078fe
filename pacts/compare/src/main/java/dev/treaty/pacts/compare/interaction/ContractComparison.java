package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
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
import java.util.stream.Stream;

/**
 * Compares two versions of the contract of one consumer with one provider. A provider satisfies a contract if it answers the request of each
 * interaction, in its states, with an answer that is accepted. So a new interaction asks no more than an old one with the same states and request
 * if all answers that the old one accepts are accepted.
 */
public final class ContractComparison {

    private static final Comparator<Judged> BEST_FIRST = Comparator.comparing(
                    (Judged judged) -> judged.change().verdict().effect())
            .thenComparing(judged -> judged.change().verdict());

    private final V4Pact before;
    private final V4Pact after;
    private final RequestComparison requests;
    private final List<V4Interaction> interactionsBefore;
    private final Map<InteractionKey, List<V4Interaction>> byKey = new HashMap<>();
    private final Map<String, List<V4Interaction>> byDescription = new HashMap<>();
    private final Set<String> statesBefore = new HashSet<>();
    private final Set<InteractionKey> keysAfter = new HashSet<>();

    /** Old interactions that a new one was compared with. */
    private final Set<V4Interaction> compared = Collections.newSetFromMap(new IdentityHashMap<>());

    private ContractComparison(V4Pact before, V4Pact after) {
        this.before = before;
        this.after = after;
        requests = new RequestComparison(before, after);
        interactionsBefore = interactions(before).toList();
        interactionsBefore.forEach(this::index);
        interactions(after).map(InteractionKey::of).forEach(keysAfter::add);
    }

    private void index(V4Interaction old) {
        byKey.computeIfAbsent(InteractionKey.of(old), key -> new ArrayList<>()).add(old);
        byDescription
                .computeIfAbsent(old.getDescription(), description -> new ArrayList<>())
                .add(old);
        old.getProviderStates().forEach(state -> statesBefore.add(String.valueOf(state.getName())));
    }

    /** The changes of all interactions: those of the new version in its order, then those that are gone. */
    public static List<InteractionChange> changes(V4Pact before, V4Pact after) {
        return new ContractComparison(before, after).changes();
    }

    private static Stream<V4Interaction> interactions(V4Pact pact) {
        return pact.getInteractions().stream().map(interaction -> interaction.asV4Interaction());
    }

    private List<InteractionChange> changes() {
        var asked = interactions(after).parallel().map(this::changedAnswer).toList();
        asked.stream().flatMap(Optional::stream).forEach(judged -> compared.add(judged.old()));
        var judged = asked.iterator();
        var changes = new ArrayList<InteractionChange>();
        interactions(after)
                .forEach(interaction ->
                        changes.add(judged.next().map(Judged::change).orElseGet(() -> changedQuestion(interaction))));
        interactionsBefore.stream()
                .filter(old -> !compared.contains(old))
                .map(old -> report(old, Verdict.REMOVED)
                        .compared(old, requests.removed(old))
                        .build())
                .forEach(changes::add);
        return changes;
    }

    // --- the same question ---

    /** The old interaction with the same request that leaves least to do; the provider satisfies all of them. Empty if there is none. */
    private Optional<Judged> changedAnswer(V4Interaction interaction) {
        var judged = new ArrayList<Judged>();
        for (var old : candidates(interaction)) {
            judged.add(new Judged(old, changedAnswer(old, interaction)));
            if (judged.get(judged.size() - 1).change().verdict().effect() == Effect.SAFE) {
                break;
            }
        }
        return judged.stream().min(BEST_FIRST);
    }

    private List<V4Interaction> candidates(V4Interaction interaction) {
        return byKey.getOrDefault(InteractionKey.of(interaction), List.of()).stream()
                .sorted(Comparator.comparing(
                        (V4Interaction old) -> !old.getDescription().equals(interaction.getDescription())))
                .toList();
    }

    private InteractionChange changedAnswer(V4Interaction old, V4Interaction interaction) {
        if (interaction.getPending() || old.getPending()) {
            var verdict = interaction.getPending() ? Verdict.PENDING : Verdict.NO_LONGER_PENDING;
            return report(interaction, verdict)
                    .compared(old, requests.change(old, interaction))
                    .build();
        }
        var judgement = AnswerJudgement.of(before, old, after, interaction);
        return report(interaction, judgement.verdict())
                .compared(old, requests.change(old, interaction))
                .judged(judgement)
                .build();
    }

    // --- another request, or other states ---

    private InteractionChange changedQuestion(V4Interaction interaction) {
        var key = InteractionKey.of(interaction);
        var nearest = nearest(interaction, key);
        if (nearest.isEmpty()) {
            return report(interaction, pendingOr(Verdict.NEW, interaction)).build();
        }
        var old = nearest.get();
        compared.add(old);
        var isSameRequest = InteractionKey.of(old).request().equals(key.request());
        var verdict = isSameRequest ? Verdict.STATE_CHANGED : Verdict.REQUEST_CHANGED;
        return report(interaction, pendingOr(verdict, interaction))
                .compared(old, requests.change(old, interaction))
                .build();
    }

    private static Verdict pendingOr(Verdict verdict, V4Interaction interaction) {
        return interaction.getPending() ? Verdict.PENDING : verdict;
    }

    /** The old interaction with the same description, unless that still exists; the one with the most similar states if there are several. */
    private Optional<V4Interaction> nearest(V4Interaction interaction, InteractionKey key) {
        var similarity = Similarity.nearestFirst(key.statesAsText());
        return byDescription.getOrDefault(interaction.getDescription(), List.of()).stream()
                .filter(old -> old.getClass().equals(interaction.getClass()))
                .filter(old -> !compared.contains(old) && !keysAfter.contains(InteractionKey.of(old)))
                .min(Comparator.comparing(old -> InteractionKey.of(old).statesAsText(), similarity));
    }

    private ChangeReport report(V4Interaction interaction, Verdict verdict) {
        var report = new ChangeReport(interaction, verdict);
        if (verdict != Verdict.REMOVED) {
            interaction.getProviderStates().stream()
                    .map(state -> String.valueOf(state.getName()))
                    .filter(state -> !statesBefore.contains(state))
                    .forEach(state -> report.note("\"%s\" is a new state: %s may not know it."
                            .formatted(state, after.getProvider().getName())));
        }
        return report;
    }

    private record Judged(V4Interaction old, InteractionChange change) {}
}
