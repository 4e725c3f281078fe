package dev.treaty.provider.junit;

import dev.treaty.provider.verification.InteractionVerification;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
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
            InteractionVerification.verify(interaction, this::ask);
        } catch (InteractionSkipped | PendingContractBroken e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    /** A state or a message of a subclass may abort its test in JUnit's own way. */
    private ComparisonResult ask(ContractInteraction interaction) {
        try {
            return target().verify(interaction);
        } catch (TestAbortedException e) {
            throw new InteractionSkipped(String.valueOf(e.getMessage()));
        }
    }
}
