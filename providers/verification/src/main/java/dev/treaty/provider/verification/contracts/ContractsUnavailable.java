package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.provider.verification.errors.SecretMask;

/** There are no contracts to verify a provider against, which is more often a mistake than good news. */
public final class ContractsUnavailable extends TreatyException {

    ContractsUnavailable(String what, String where, String fix) {
        super(what, SecretMask.mask(where), fix);
    }

    /** No consumer has a contract with the provider. */
    public static ContractsUnavailable noneWith(String provider, String place, String fix) {
        return new ContractsUnavailable("No consumer has a contract with %s.".formatted(provider), place, fix);
    }
}
