package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.compare.interaction.ContractFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The contracts of all versions that are deployed or released to an environment now. Of a consumer that runs there in several versions, all count:
 * a provider there has been verified against each.
 *
 * @param broker asked only when the contracts are read
 */
record BrokerEnvironment(Supplier<PactBroker> broker, String environment) implements ContractSource {

    @Override
    public List<ContractFile> contracts() {
        var known = broker.get();
        var deployments = known.deployments();
        var contracts = deployments.live(deployments.environment(environment)).stream()
                .map(live -> new Version(live.pacticipant(), live.version()))
                .distinct()
                .flatMap(version -> version.contracts(known))
                .toList();
        if (contracts.isEmpty()) {
            throw UnknownSource.emptyEnvironment(environment, known.address());
        }
        return contracts;
    }

    /** Several instances of a version have the same contracts. */
    private record Version(String pacticipant, String number) {

        Stream<ContractFile> contracts(PactBroker broker) {
            var participants = broker.participants();
            return participants.version(pacticipant, number).stream()
                    .flatMap(version -> version.contracts().stream())
                    .map(contract -> ContractReader.read(
                            Path.of(contract.link().href()),
                            participants.content(contract).json().toString()));
        }
    }
}
