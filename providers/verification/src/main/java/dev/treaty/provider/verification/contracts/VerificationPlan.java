package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run verifies.
 *
 * @param place where the contracts come from, for people
 * @param contracts all contracts with the provider
 * @param interactions those of their interactions that pass the filter
 * @param filtered whether interactions may have been left out
 * @param nothingPasses why there are no interactions; empty if there are some
 */
public record VerificationPlan(
        String place,
        List<LoadedContract> contracts,
        List<ContractInteraction> interactions,
        boolean filtered,
        Optional<ErrorMessage> nothingPasses) {

    private static final String SOURCES = "check the name in %s, and where the contracts come from (%s, %s)";

    /** Copies the lists. */
    public VerificationPlan {
        contracts = List.copyOf(contracts);
        interactions = List.copyOf(interactions);
    }

    /** What a broker says about its contracts: for each, its version, why it is verified, and the broker's own sentences. */
    public List<String> notices() {
        return contracts.stream()
                .flatMap(contract -> Optional.ofNullable(contract.broker())
                        .map(broker -> "%s -> %s, %s%s"
                                .formatted(
                                        contract.consumer(),
                                        contract.provider(),
                                        broker.version(),
                                        broker.noticesBefore().stream()
                                                .map("\n  "::concat)
                                                .collect(Collectors.joining())))
                        .stream())
                .toList();
    }

    /**
     * Loads the contracts that the settings name, and filters their interactions.
     *
     * @param named how the user named the provider, e.g. {@code --provider=stripe}
     * @param searchesAbove whether a path that does not exist here is looked for in the folders above
     * @throws ContractsUnavailable if contracts cannot be loaded, or there are none
     */
    public static VerificationPlan of(
            VerificationSettings settings, String provider, String named, boolean searchesAbove) {
        var source = ContractSource.of(settings, searchesAbove);
        var contracts = source.with(provider);
        var filter = ContractFilter.of(settings);
        if (contracts.isEmpty()) {
            var why = source.leavesOut(provider);
            if (why.isPresent()) {
                return new VerificationPlan(source.place(), List.of(), List.of(), true, why);
            }
            if (!filter.isActive()) {
                throw source.noneWith(
                        provider,
                        SOURCES.formatted(
                                named,
                                settings.option(LocatedContracts.SETTING),
                                settings.option(BrokerContracts.URL)));
            }
        }
        var interactions = contracts.stream()
                .flatMap(contract -> ContractInteraction.of(contract).stream())
                .toList();
        var accepted = interactions.stream().filter(filter::accepts).toList();
        return new VerificationPlan(
                source.place(),
                contracts,
                accepted,
                filter.isActive(),
                accepted.isEmpty() ? Optional.of(filter.rejectsAll(provider, interactions)) : Optional.empty());
    }
}
