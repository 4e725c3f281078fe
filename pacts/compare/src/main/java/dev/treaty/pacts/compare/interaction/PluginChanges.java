package dev.treaty.pacts.compare.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be said about interactions that need a plugin: whether they, or what they ask, are the same. */
final class PluginChanges {

    private final List<PluginInteraction> before;

    private PluginChanges(List<PluginInteraction> before) {
        this.before = new ArrayList<>(before);
    }

    /** Those of the new version in its order, then those that are gone. */
    static List<InteractionChange> between(List<PluginInteraction> before, List<PluginInteraction> after) {
        var changes = new PluginChanges(before);
        var all = new ArrayList<>(after.stream().map(changes::change).toList());
        changes.before.forEach(old -> all.add(change(old, Verdict.REMOVED, List.of())));
        return all;
    }

    private InteractionChange change(PluginInteraction interaction) {
        if (before.remove(interaction)) {
            return change(interaction, Verdict.SAME, List.of());
        }
        var old = before.stream()
                .filter(each -> each.description().equals(interaction.description()))
                .findFirst();
        old.ifPresent(before::remove);
        var verdict = interaction.isPending() ? Verdict.PENDING : verdict(old, interaction);
        return change(
                interaction,
                verdict,
                verdict == Verdict.NOT_PROVEN
                        ? List.of("the answer, which only the Pact plugin \"%s\" can compare"
                                .formatted(interaction.plugin()))
                        : List.of());
    }

    private static Verdict verdict(Optional<PluginInteraction> old, PluginInteraction interaction) {
        if (old.isEmpty()) {
            return Verdict.NEW;
        } else if (old.get().isPending()) {
            return Verdict.NO_LONGER_PENDING;
        } else if (!isSame(old.get(), interaction, "request")) {
            return Verdict.REQUEST_CHANGED;
        }
        return isSame(old.get(), interaction, "providerStates") ? Verdict.NOT_PROVEN : Verdict.STATE_CHANGED;
    }

    private static boolean isSame(PluginInteraction one, PluginInteraction other, String member) {
        return one.member(member).equals(other.member(member));
    }

    private static InteractionChange change(PluginInteraction interaction, Verdict verdict, List<String> undecided) {
        return new InteractionChange(
                verdict,
                interaction.description(),
                interaction.states(),
                Optional.empty(),
                List.of(),
                undecided,
                List.of(),
                RequestChange.SAME);
    }
}
