package dev.treaty.provider.verification;

import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.InteractionNotVerified;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;
import dev.treaty.provider.verification.report.ResultRecorder;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.targets.VerificationTarget;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/**
 * Verifies that a provider keeps its contracts, with one test per interaction. A subclass names the provider with
 * {@link au.com.dius.pact.provider.junitsupport.Provider @Provider} and chooses a target.
 */
@ExtendWith({InteractionTestProvider.class, ResultRecorder.class})
public abstract class ProviderVerification {

    /** What requests are sent to; the same for all interactions of a run. */
    abstract VerificationTarget target();

    @TestTemplate
    @DisplayName("keeps its contract with")
    void keepsContract(ContractInteraction interaction) {
        try {
            var comparison = target().verify(interaction);
            if (!comparison.matches()) {
                throw new ContractBroken(interaction, comparison);
            }
        } catch (TestAbortedException e) {
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
