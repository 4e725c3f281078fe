package dev.treaty.provider.verification.comparison;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;

/** Something failed before there was a response to compare, e.g. the provider cannot be reached. */
public final class InteractionNotVerified extends VerificationError {

    /** Names the interaction that could not be verified. */
    public InteractionNotVerified(ContractInteraction interaction, Throwable cause) {
        super(
                new ErrorMessage(
                        "%s could not be verified for %s: %s"
                                .formatted(interaction.provider(), interaction.consumer(), cause),
                        interaction.place(),
                        "see the cause below"),
                cause);
    }
}
