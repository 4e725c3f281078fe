package dev.treaty.provider.verification.contracts;

import dev.treaty.provider.verification.errors.SecretMask;
import java.net.URI;

/** There is nothing to hold a provider to, which is more often a mistake than good news. */
public final class ContractsUnavailable extends RuntimeException {

    public ContractsUnavailable(String what, URI url) {
        this(
                what,
                url.toString(),
                "check -D%s=, and that the address answers with a pact".formatted(LocatedContracts.SETTING));
    }

    public ContractsUnavailable(String what, String where, String fix) {
        super(SecretMask.hiddenIn("""
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix)));
    }

    public static ContractsUnavailable of(String provider, ContractSource source) {
        return new ContractsUnavailable(
                "Nobody has a contract with %s.".formatted(provider),
                source.place(),
                "check the name in @Provider(\"%s\"), and where the contracts come from (-Dpacts=, -Dpact.broker.url=)"
                        .formatted(provider));
    }
}
