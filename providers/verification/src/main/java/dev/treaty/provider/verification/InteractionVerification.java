package dev.treaty.provider.verification;

import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.InteractionNotVerified;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.targets.VerificationTarget;

/** Verifies that a provider keeps its contract in one interaction. */
public final class InteractionVerification {

    private InteractionVerification() {}

    /**
     * Returns if the contract is kept.
     *
     * @throws InteractionSkipped if the target cannot be asked, with the reason
     * @throws PendingContractBroken if the contract is broken, and may still be
     * @throws VerificationError if the contract is broken, or could not be verified
     */
    public static void verify(ContractInteraction interaction, VerificationTarget target) {
        try {
            var comparison = target.verify(interaction);
            if (!comparison.matches()) {
                throw new ContractBroken(interaction, comparison);
            }
        } catch (InteractionSkipped e) {
            throw e;
        } catch (Exception | AssertionError e) {
            var error = naming(interaction, e);
            if (interaction.pending()) {
                throw new PendingContractBroken(interaction, error);
            }
            throw error;
        }
    }

    /** An error that names the interaction, whatever failed. */
    private static VerificationError naming(ContractInteraction interaction, Throwable failure) {
        if (failure instanceof ContractBroken broken) {
            return broken;
        }
        return failure instanceof StateChangeFailed failed
                ? failed.neededBy(interaction)
                : new InteractionNotVerified(interaction, failure);
    }
}
