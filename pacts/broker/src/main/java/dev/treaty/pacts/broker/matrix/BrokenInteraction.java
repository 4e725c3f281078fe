package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.verification.InteractionOutcome;

/**
 * An interaction that a provider does not keep.
 *
 * @param description the interaction's
 * @param states the provider states that it needs, as people read them; empty if there are none
 * @param outcome what differs
 */
public record BrokenInteraction(String description, String states, InteractionOutcome outcome) {}
