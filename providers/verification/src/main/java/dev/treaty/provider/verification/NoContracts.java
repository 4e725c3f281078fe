package dev.treaty.provider.verification;

import java.net.URI;

/** There is nothing to hold a provider to, which is more often a mistake than good news. */
public final class NoContracts extends RuntimeException {

    NoContracts(String what, URI url) {
        this(
                what,
                url.toString(),
                "check -D%s=, and that the address answers with a pact".formatted(ContractsElsewhere.SETTING));
    }

    NoContracts(String what, String where, String fix) {
        super(Secrets.hiddenIn("""
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix)));
    }

    static NoContracts of(String provider, ContractSource source) {
        return new NoContracts(
                "Nobody has a contract with %s.".formatted(provider),
                source.place(),
                "check the name in @Provider(\"%s\"), and where the contracts come from (-Dpacts=, -Dpact.broker.url=)"
                        .formatted(provider));
    }
}
