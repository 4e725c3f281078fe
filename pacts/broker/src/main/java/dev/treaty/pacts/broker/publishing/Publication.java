package dev.treaty.pacts.broker.publishing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.participants.ParticipantVersion;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.errors.TreatyException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contracts of several consumers on their way to a broker: all are checked first, then each consumer is published in one request, which the
 * broker performs wholly or not at all.
 */
public final class Publication {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** By default, a broker merges the contracts of one request with each other, but not with those that it has already. */
    private static final String MERGE_REFUSED =
            "publish all parts of a contract at once, under a new version; or let the broker's operators set"
                    + " allow_dangerous_contract_modification";

    private final Broker broker;
    private final Participants participants;
    private final PublishedVersion version;
    private final Set<String> knownBefore;
    private final List<ConsumerContracts> consumers;

    private Publication(
            Broker broker, PublishedVersion version, Set<String> knownBefore, List<ConsumerContracts> consumers) {
        this.broker = broker;
        this.participants = new Participants(broker);
        this.version = version;
        this.knownBefore = knownBefore;
        this.consumers = consumers;
    }

    /**
     * Checks contracts against the broker's state; changes nothing.
     *
     * @throws PublicationRefused if a contract differs from the one that the version has already
     */
    public static Publication prepare(Broker broker, List<ConsumerContracts> consumers, PublishedVersion version) {
        var known = Set.copyOf(new Participants(broker).names());
        // The broker may refuse a new name that is similar to a known one. So these come first, when nothing is
        // published yet.
        var byRisk = consumers.stream()
                .sorted(Comparator.comparing(contracts -> !SimilarNames.areIn(names(contracts), known)))
                .toList();
        var publication = new Publication(broker, version, known, byRisk);
        var conflicts = byRisk.stream().flatMap(publication::conflicts).toList();
        if (!conflicts.isEmpty()) {
            throw new PublicationRefused(version.number(), conflicts);
        }
        return publication;
    }

    private static List<String> names(ConsumerContracts contracts) {
        return Stream.concat(
                        Stream.of(contracts.consumer()),
                        contracts.contracts().stream().map(ContractToPublish::provider))
                .toList();
    }

    private Stream<Conflict> conflicts(ConsumerContracts contracts) {
        if (version.isMerged() || !knownBefore.contains(contracts.consumer())) {
            return Stream.empty();
        }
        var published = participants
                .version(contracts.consumer(), version.number())
                .map(ParticipantVersion::contracts)
                .orElse(List.of());
        return contracts.contracts().stream().flatMap(contract -> conflict(contract, published).stream());
    }

    private Optional<Conflict> conflict(ContractToPublish contract, List<PublishedContract> published) {
        return published.stream()
                .filter(other -> other.provider().equals(contract.provider()))
                .map(other -> VerifiableContent.of(contract.json())
                        .differencesFrom(
                                VerifiableContent.of(participants.content(other).json())))
                .filter(differences -> !differences.isEmpty())
                .map(differences -> new Conflict(contract, differences))
                .findFirst();
    }

    /** The consumers, in the order in which they are published. */
    public List<ConsumerContracts> consumers() {
        return consumers;
    }

    /** Whether the broker knew a pacticipant before. */
    public boolean wasKnown(String name) {
        return knownBefore.contains(name);
    }

    /**
     * Publishes one consumer after the other.
     *
     * @return what the broker answered to each
     * @throws PublicationIncomplete if one fails; those after it are not sent
     */
    public List<PublishedConsumer> publish() {
        var published = new ArrayList<PublishedConsumer>();
        for (var contracts : consumers) {
            try {
                published.add(PublishedConsumer.of(contracts.consumer(), publish(contracts)));
            } catch (TreatyException e) {
                throw PublicationIncomplete.at(published.size(), consumers, e);
            }
        }
        return published;
    }

    private HalDocument publish(ConsumerContracts contracts) {
        try {
            return broker.post(broker.link("pb:publish-contracts", Map.of()), body(contracts));
        } catch (BrokerRefusal e) {
            throw e.status() == 409 && version.isMerged() ? e.withFix(MERGE_REFUSED) : e;
        }
    }

    private ObjectNode body(ConsumerContracts contracts) {
        var body = JSON.objectNode()
                .put("pacticipantName", contracts.consumer())
                .put("pacticipantVersionNumber", version.number());
        version.branch().ifPresent(branch -> body.put("branch", branch));
        version.buildUrl().ifPresent(url -> body.put("buildUrl", url));
        version.tags().forEach(body.putArray("tags")::add);
        var array = body.putArray("contracts");
        contracts.contracts().forEach(contract -> array.add(body(contract)));
        return body;
    }

    private ObjectNode body(ContractToPublish contract) {
        var body = JSON.objectNode()
                .put("consumerName", contract.consumer())
                .put("providerName", contract.provider())
                .put("specification", "pact")
                .put("contentType", "application/json")
                .put("content", contract.base64());
        return version.isMerged() ? body.put("onConflict", "merge") : body;
    }
}
