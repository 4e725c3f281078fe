package dev.treaty.provider.verification.targets;

import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.states.StateChangeFailed;

/** Whom a verification asks: the replay, a vendor's sandbox, a running service. */
public interface VerificationTarget {

    /**
     * Brings about the states, asks, and compares.
     *
     * @throws StateChangeFailed when a running service was not brought to the states
     * @throws org.opentest4j.TestAbortedException with the reason, when the states are out of this target's reach
     */
    ComparisonResult ask(ContractInteraction interaction);
}
