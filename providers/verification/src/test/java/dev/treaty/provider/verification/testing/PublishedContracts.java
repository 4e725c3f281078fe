package dev.treaty.provider.verification.testing;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.publishing.ContractFiles;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.ContractSelection;
import dev.treaty.pacts.broker.verification.InteractionOutcome;
import dev.treaty.pacts.broker.verification.SelectedContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Publishes contracts to a broker, as consumers do.
 *
 * @param folder for files
 */
public record PublishedContracts(String url, Path folder) {

    /** Publishes a contract as a version of its consumer. */
    public PublishedContracts publish(PeopleContract contract, String version, String branch) {
        return publish("web-people-" + version, contract.json(), version, branch);
    }

    /** Publishes a contract that {@code people} has as a consumer. */
    public PublishedContracts publishAsConsumer(String version, String branch) {
        return publish("people-mail-" + version, """
                {"consumer": {"name": "people"}, "provider": {"name": "mail"},
                 "interactions": [{"description": "a mail", "request": {"method": "POST", "path": "/"}, "response": {"status": 202}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """, version, branch);
    }

    private PublishedContracts publish(String name, String json, String version, String branch) {
        try {
            var file = Files.writeString(folder.resolve(name + ".json"), json);
            var published = new PublishedVersion(version, Optional.of(branch), List.of(), Optional.empty(), false);
            broker().prepare(ContractFiles.read(List.of(file), false), published)
                    .publish();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes that a version of {@code people} kept what was selected, so that it is no longer pending for that branch. */
    public void keptBy(String version, String branch) {
        var contracts = broker().providerContracts();
        broker().participants().addToBranch("people", branch, version);
        for (var selected : selected()) {
            var content = contracts.content(selected);
            var outcomes = StreamSupport.stream(
                            content.pact().path("interactions").spliterator(), false)
                    .map(interaction -> new InteractionOutcome(
                            interaction.path("_id").asText(), "", true, List.of(), Optional.empty()))
                    .toList();
            contracts.publish(content, new ContractResult(true, version, Optional.empty(), outcomes, "Treaty", "1.0"));
        }
    }

    /** The URL that a webhook would send. */
    public String pactUrl() {
        return selected().get(0).link().href();
    }

    private List<SelectedContract> selected() {
        var selection = new ContractSelection(
                Optional.empty(), List.of(), List.of(ConsumerVersionSelector.mainBranch()), true, Optional.empty());
        return broker().providerContracts().select("people", selection);
    }

    private PactBroker broker() {
        return PactBroker.at(url, Map.of(), line -> {});
    }
}
