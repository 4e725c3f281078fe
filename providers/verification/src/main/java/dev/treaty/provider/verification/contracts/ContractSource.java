package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the contracts of a verification come from. */
public sealed interface ContractSource permits CommittedContracts, LocatedContracts, BrokerContracts {

    /**
     * All contracts with a provider.
     *
     * @throws ContractsUnavailable if they cannot be loaded
     */
    List<LoadedContract> with(String provider);

    /** Where they come from, for people, e.g. {@code "pacts/"}. */
    String place();

    /**
     * The error that there are no contracts with a provider.
     *
     * @param fix to check the provider's name, and where the contracts come from
     */
    default ContractsUnavailable noneWith(String provider, String fix) {
        return ContractsUnavailable.noneWith(provider, place(), fix);
    }

    /** Why a setting that applies to a whole build leaves out all contracts with a provider; empty if none does. */
    default Optional<ErrorMessage> leavesOut(String provider) {
        return Optional.empty();
    }

    /**
     * The source that the settings name: {@code pact.broker.url}, {@code pacts}, or else this repository's {@code pacts/}.
     *
     * @param searchesAbove whether a path that does not exist here is looked for in the folders above
     */
    static ContractSource of(VerificationSettings settings, boolean searchesAbove) {
        UnreadSettings.refuse(settings);
        var broker = settings.value(BrokerContracts.URL);
        if (broker.isPresent()) {
            return BrokerContracts.at(broker.get(), settings);
        }
        var locations = settings.values(LocatedContracts.SETTING);
        return locations.isEmpty()
                ? new CommittedContracts()
                : new LocatedContracts(settings, Path.of(""), searchesAbove);
    }
}
