package dev.treaty.pacts.broker.content;

import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.participants.Integration;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import dev.treaty.pacts.broker.verification.ContractSelection;
import dev.treaty.pacts.broker.verification.ProviderContracts;
import java.util.List;
import java.util.Optional;

/** The contracts at a broker, by provider. */
public final class ContractVersions {

    private final Broker broker;
    private final Participants participants;

    /** Those of a broker. */
    public ContractVersions(Broker broker) {
        this.broker = broker;
        participants = new Participants(broker);
    }

    /** All providers with which anybody ever published a contract, in alphabetical order. */
    public List<String> providers() {
        return participants.integrations().stream()
                .map(Integration::provider)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a selector selects for a provider, and nothing else: no work in progress. */
    public List<ContractVersion> select(String provider, ConsumerVersionSelector selector) {
        var selection = new ContractSelection(Optional.empty(), List.of(), List.of(selector), false, Optional.empty());
        return new ProviderContracts(broker)
                .select(provider, selection).stream()
                        .filter(contract -> !contract.isWorkInProgress())
                        .map(ContractVersion::of)
                        .toList();
    }

    /** The contracts with a provider of each consumer that has a version with this number. */
    public List<ContractVersion> ofVersion(String provider, String number) {
        return participants.integrations().stream()
                .filter(integration -> integration.provider().equals(provider))
                .map(Integration::consumer)
                .distinct()
                .sorted()
                .flatMap(consumer -> participants.version(consumer, number).stream()
                        .flatMap(version -> version.contracts().stream())
                        .filter(contract -> contract.provider().equals(provider))
                        .map(contract -> of(consumer, number, contract)))
                .toList();
    }

    private ContractVersion of(String consumer, String number, PublishedContract contract) {
        var content = broker.get(contract.link()).requiredLink("pb:pact-version");
        return new ContractVersion(contract.provider(), consumer, number, List.of(), content.name(), content);
    }

    /** The branch that is a consumer's main one; empty if the broker does not know it. */
    public Optional<String> mainBranch(String consumer) {
        return participants.find(consumer).flatMap(participant -> participant.mainBranch());
    }

    /** The contract as JSON, with all digits of its numbers; the broker adds an {@code _id} to each interaction, and links. */
    public String text(ContractVersion contract) {
        return broker.text(new HalLink(contract.link().href(), ""));
    }
}
