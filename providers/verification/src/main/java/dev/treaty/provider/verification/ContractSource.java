package dev.treaty.provider.verification;

import java.util.List;

/** Where the contracts of a verification come from. */
interface ContractSource {

    /** Every contract with a provider. */
    List<LoadedContract> with(String provider);

    /** Where it looks, for people, e.g. {@code "pacts/"}. */
    String place();

    /** The source that the settings name: {@code pact.broker.url}, {@code pacts}, or else this repository's {@code pacts/}. */
    static ContractSource chosen(Settings settings) {
        var broker = settings.value(BrokerContracts.URL);
        if (broker.isPresent()) {
            return BrokerContracts.of(broker.get(), settings);
        }
        var elsewhere = settings.values(ContractsElsewhere.SETTING);
        return elsewhere.isEmpty() ? new CommittedContracts() : new ContractsElsewhere(elsewhere);
    }
}
