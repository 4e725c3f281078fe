package dev.treaty.provider.verification.comparison;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.SecretMask;

/** Something went wrong before there was an answer to compare, e.g. a provider that cannot be reached. */
public final class InteractionNotVerified extends AssertionError {

    public InteractionNotVerified(ContractInteraction interaction, Throwable cause) {
        super(
                SecretMask.hiddenIn(
                        """
                %s was not held to its contract with %s: %s
                  where: %s
                  fix:   see the cause below""".formatted(interaction.provider(), interaction.consumer(), cause, interaction.place())),
                cause);
    }
}
