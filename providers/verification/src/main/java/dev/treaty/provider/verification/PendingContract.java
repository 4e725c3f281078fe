package dev.treaty.provider.verification;

import org.opentest4j.TestAbortedException;

/** A pending interaction is broken, which is told and does not fail the build. */
final class PendingContract extends TestAbortedException {

    PendingContract(ContractInteraction pending, Throwable broken) {
        super(
                "pending, so that %s is not stopped by it: %s".formatted(pending.provider(), broken.getMessage()),
                broken);
    }
}
