package dev.treaty.provider.verification.targets;

import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;

/** What a verification sends requests to: a replay, a vendor's sandbox, or a running service. */
public interface VerificationTarget {

    /**
     * Sets up the interaction's states, sends its request or fetches its message, and compares the result with the contract.
     *
     * @throws dev.treaty.provider.verification.states.StateChangeFailed if the states could not be set up
     * @throws dev.treaty.provider.verification.comparison.InteractionSkipped with the reason, if this target cannot be brought into the states
     */
    ComparisonResult verify(ContractInteraction interaction);
}
