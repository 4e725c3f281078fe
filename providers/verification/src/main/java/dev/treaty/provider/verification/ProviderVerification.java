package dev.treaty.provider.verification;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/**
 * Holds a provider to its contracts, one test for each interaction. A subclass names the provider with
 * {@link au.com.dius.pact.provider.junitsupport.Provider @Provider} and says whom to ask.
 */
@ExtendWith({ContractInteractions.class, VerificationResults.class})
public abstract class ProviderVerification {

    /** Whom to ask; the same for all interactions of a run. */
    abstract Target target();

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
                throw new PendingContract(interaction, told);
            }
            throw told;
        }
    }

    /** Names the interaction, whatever went wrong. */
    private static AssertionError told(ContractInteraction interaction, Throwable failure) {
        if (failure instanceof ContractBroken broken) {
            return broken;
        }
        return failure instanceof StateNotReached state
                ? state.neededBy(interaction)
                : new NotAsked(interaction, failure);
    }
}
