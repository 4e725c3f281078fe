package dev.treaty.provider.verification.comparison;

import dev.treaty.provider.verification.contracts.ContractInteraction;

/** A pending interaction is broken, which is reported without failing the build. */
public final class PendingContractBroken extends RuntimeException {

    /** Says what is broken, and that it is pending. */
    public PendingContractBroken(ContractInteraction pending, Throwable broken) {
        super("pending, so the build of %s continues: %s".formatted(pending.provider(), broken.getMessage()), broken);
    }
}
