package dev.treaty.provider.verification;

import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.InteractionNotVerified;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.report.ResultRecorder;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.targets.VerificationTarget;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/**
 * Holds a provider to its contracts, one test for each interaction. A subclass names the provider with
 * {@link au.com.dius.pact.provider.junitsupport.Provider @Provider} and says whom to ask.
 */
@ExtendWith({InteractionTestProvider.class, ResultRecorder.class})
public abstract class ProviderVerification {

    /** Whom to ask; the same for all interactions of a run. */
    abstract VerificationTarget target();

    @TestTemplate
    @DisplayName("holds its contract with")
    void holds(ContractInteraction interaction) {
        try {
            var comparison = target().ask(interaction);
            if (!comparison.held()) {
                throw new ContractBroken(interaction, comparison);
            }
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            var told = told(interaction, e);
            if (interaction.pending()) {
                throw new PendingContractBroken(interaction, told);
            }
            throw told;
        }
    }

    /** Names the interaction, whatever went wrong. */
    private static AssertionError told(ContractInteraction interaction, Throwable failure) {
        if (failure instanceof ContractBroken broken) {
            return broken;
        }
        return failure instanceof StateChangeFailed state
                ? state.neededBy(interaction)
                : new InteractionNotVerified(interaction, failure);
    }
}
