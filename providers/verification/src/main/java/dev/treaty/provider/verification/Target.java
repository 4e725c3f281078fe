package dev.treaty.provider.verification;

/** Whom a verification asks: the replay, a vendor's sandbox, a running service. */
interface Target {

    /**
     * Brings about the states, asks, and compares.
     *
     * @throws StateNotReached when a running service was not brought to the states
     * @throws org.opentest4j.TestAbortedException with the reason, when the states are out of this target's reach
     */
    Comparison ask(ContractInteraction interaction);
}
