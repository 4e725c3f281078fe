package dev.treaty.provider.verification;

import java.util.List;

/** A provider answered, and not as the contract says. */
public final class ContractBroken extends AssertionError {

    ContractBroken(ContractInteraction broken, List<String> differences) {
        super("""
                %s does not hold its contract with %s: %s
                  where: "%s" in pacts/%s, given %s
                  mend:  make %s answer so again, or, if %s no longer needs it, change its recording test and record again""".formatted(
                        broken.provider(),
                        broken.consumer(),
                        String.join("; ", differences),
                        broken.description(),
                        broken.contract(),
                        broken.given().isEmpty() ? "nothing" : broken.given(),
                        broken.provider(),
                        broken.consumer()));
    }
}
