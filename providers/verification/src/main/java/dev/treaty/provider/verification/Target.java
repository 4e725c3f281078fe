package dev.treaty.provider.verification;

import java.util.List;

/** Whom a verification asks: the replay, a vendor's sandbox, a running service. */
public interface Target {

    /**
     * Brings about the states, asks, and compares.
     *
     * @return one sentence for each difference; empty when the contract is held
     * @throws org.opentest4j.TestAbortedException with the reason, when the states are out of this target's reach
     */
    List<String> differences(ContractInteraction interaction);
}
