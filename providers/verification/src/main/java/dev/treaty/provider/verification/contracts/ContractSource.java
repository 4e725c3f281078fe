package dev.treaty.provider.verification.contracts;

import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;

/** Where the contracts of a verification come from. */
public interface ContractSource {

    /** Every contract with a provider. */
    List<LoadedContract> with(String provider);

    /** Where it looks, for people, e.g. {@code "pacts/"}. */
    String place();

    /** The source that the settings name: {@code pact.broker.url}, {@code pacts}, or else this repository's {@code pacts/}. */
    static ContractSource chosen(VerificationSettings settings) {
        var broker = settings.value(BrokerContracts.URL);
        if (broker.isPresent()) {
            return BrokerContracts.of(broker.get(), settings);
        }
        var elsewhere = settings.values(LocatedContracts.SETTING);
        return elsewhere.isEmpty() ? new CommittedContracts() : new LocatedContracts(elsewhere);
    }
}
