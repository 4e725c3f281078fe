package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.contracts.ContractInteraction;

/**
 * Skips every message.
 *
 * @param why what is missing
 */
public record NoMessages(String why) implements MessageSource {

    @Override
    public void requireAvailable(ContractInteraction interaction) {
        throw new InteractionSkipped(why);
    }

    @Override
    public ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected) {
        throw new InteractionSkipped(why);
    }
}
