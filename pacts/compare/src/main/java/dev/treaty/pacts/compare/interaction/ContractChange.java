package dev.treaty.pacts.compare.interaction;

import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the contract of one consumer with one provider has changed.
 *
 * @param interactions all of them, changed or not
 * @param renamed the contract that this one probably was; empty if it is not new, or does not resemble one that is gone
 */
public record ContractChange(
        String consumer, String provider, List<InteractionChange> interactions, Optional<Renaming> renamed) {

    /** Copies the list. */
    public ContractChange {
        interactions = List.copyOf(interactions);
    }

    /** The worst effect of its interactions. */
    public Effect effect() {
        return interactions.stream()
                .map(change -> change.verdict().effect())
                .max(Comparator.naturalOrder())
                .orElse(Effect.SAFE);
    }

    /** The interactions with an effect. */
    public List<InteractionChange> with(Effect effect) {
        return interactions.stream()
                .filter(change -> change.verdict().effect() == effect)
                .toList();
    }

    /** How people call it, e.g. {@code "billing -> stripe"}. */
    public String name() {
        return consumer + " -> " + provider;
    }
}
