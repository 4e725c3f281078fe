package dev.treaty.provider.verification.comparison;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import org.opentest4j.TestAbortedException;

/** A pending interaction is broken, which is told and does not fail the build. */
public final class PendingContractBroken extends TestAbortedException {

    public PendingContractBroken(ContractInteraction pending, Throwable broken) {
        super(
                "pending, so that %s is not stopped by it: %s".formatted(pending.provider(), broken.getMessage()),
                broken);
    }
}
