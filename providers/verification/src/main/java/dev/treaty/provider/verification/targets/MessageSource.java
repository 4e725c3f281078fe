package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;

/** Provides the messages that a service sends. */
public interface MessageSource {

    /** Compares the message that the service sends, after the interaction's states were set up, with the contract. */
    ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected);
}
