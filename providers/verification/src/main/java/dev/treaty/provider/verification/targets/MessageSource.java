package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;

/** Provides the messages that a service sends. */
public interface MessageSource {

    /**
     * Called before the states of a message are set up, which may be for nothing, or unknown to the service.
     *
     * @throws dev.treaty.provider.verification.comparison.InteractionSkipped with the reason, if there is no way to the message
     */
    default void requireAvailable(ContractInteraction interaction) {}

    /** Compares the message that the service sends, after the interaction's states were set up, with the contract. */
    ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected);
}
