package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares two versions of the contract of one consumer with one provider. A provider satisfies a contract if it answers the request of each
 * interaction, in its states, with an answer that is accepted. So a new interaction asks no more than an old one with the same states and request
 * if all answers that the old one accepts are accepted.
 */
public final class ContractComparison {

    /** What is proven first, and of that, what leaves least to do: an example is accepted by all interactions that ask the same. */
    private static final Comparator<Judged> PROVEN_FIRST = Comparator.comparing(
                    (Judged judged) -> judged.change().verdict() == Verdict.NOT_PROVEN)
            .thenComparing(judged -> judged.change().verdict());

    private final V4Pact before;
    private final V4Pact after;
    private final RequestComparison requests;
    private final FormerInteractions former;
    private final List<V4Interaction> interactionsAfter;

    private ContractComparison(V4Pact before, V4Pact after) {
        this.before = before;
        this.after = after;
        requests = new RequestComparison(before, after);
        former = new FormerInteractions(before);
        interactionsAfter = after.getInteractions().stream()
                .map(interaction -> interaction.asV4Interaction())
                .toList();
    }

    /** The changes of all interactions: those of the new version in its order, then those that are gone. */
    public static List<InteractionChange> changes(V4Pact before, V4Pact after) {
        return new ContractComparison(before, after).changes();
    }

    private List<InteractionChange> changes() {
        var asked = DeepThreads.map(interactionsAfter, this::changedAnswer);
        asked.stream().flatMap(Optional::stream).map(Judged::old).forEach(former::setCompared);
        former.setAsked(interactionsAfter);
        var changes = new ArrayList<InteractionChange>();
        for (var i = 0; i < asked.size(); i++) {
            var interaction = interactionsAfter.get(i);
            changes.add(asked.get(i).map(Judged::change).orElseGet(() -> changedQuestion(interaction)));
        }
        changes.addAll(DeepThreads.map(former.notCompared(), this::removed));
        return changes;
    }

    private InteractionChange removed(V4Interaction old) {
        return report(old, Verdict.REMOVED).compared(old, requests.removed(old)).build();
    }

    // --- the same question ---

    /**
     * The old interaction with the same request that leaves least to do; the provider satisfies all of them, but for pending ones. Empty if there is
     * none.
     */
    private Optional<Judged> changedAnswer(V4Interaction interaction) {
        var all = former.withSameQuestion(interaction);
        var binding = all.stream().filter(old -> !old.getPending()).toList();
        if (binding.isEmpty() || interaction.getPending()) {
            return all.stream().findFirst().map(old -> new Judged(old, pending(old, interaction)));
        }
        var judged = new ArrayList<Judged>();
        for (var old : binding) {
            judged.add(new Judged(old, changedAnswer(old, binding, interaction)));
            if (judged.get(judged.size() - 1).change().verdict().effect() == Effect.SAFE) {
                break;
            }
        }
        return judged.stream().min(PROVEN_FIRST);
    }

    private InteractionChange pending(V4Interaction old, V4Interaction interaction) {
        var verdict = interaction.getPending() ? Verdict.PENDING : Verdict.NO_LONGER_PENDING;
        return report(interaction, verdict)
                .compared(old, requests.change(old, interaction))
                .build();
    }

    private InteractionChange changedAnswer(
            V4Interaction old, List<V4Interaction> together, V4Interaction interaction) {
        var judgement = AnswerJudgement.of(before, old, together, after, interaction);
        return report(interaction, judgement.verdict())
                .compared(old, requests.change(old, interaction))
                .judged(judgement)
                .build();
    }

    // --- another request, or other states ---

    private InteractionChange changedQuestion(V4Interaction interaction) {
        var nearest = former.takeNearest(interaction);
        if (nearest.isEmpty()) {
            return report(interaction, pendingOr(Verdict.NEW, interaction)).build();
        }
        var old = nearest.get();
        var isSameRequest = InteractionKey.of(old)
                .request()
                .equals(InteractionKey.of(interaction).request());
        var verdict = isSameRequest ? Verdict.STATE_CHANGED : Verdict.REQUEST_CHANGED;
        var report = report(interaction, pendingOr(verdict, interaction));
        QuestionNotes.between(old, interaction).forEach(report::note);
        return report.compared(old, requests.change(old, interaction)).build();
    }

    private static Verdict pendingOr(Verdict verdict, V4Interaction interaction) {
        return interaction.getPending() ? Verdict.PENDING : verdict;
    }

    private ChangeReport report(V4Interaction interaction, Verdict verdict) {
        var report = new ChangeReport(interaction, verdict);
        if (verdict != Verdict.REMOVED) {
            interaction.getProviderStates().stream()
                    .map(state -> String.valueOf(state.getName()))
                    .filter(state -> !former.hasState(state))
                    .forEach(state -> report.note("\"%s\" is a new state: %s may not know it."
                            .formatted(state, after.getProvider().getName())));
        }
        return report;
    }

    private record Judged(V4Interaction old, InteractionChange change) {}
}
