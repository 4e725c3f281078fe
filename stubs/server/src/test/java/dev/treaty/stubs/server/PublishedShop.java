package dev.treaty.stubs.server;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.deployment.NewEnvironment;
import dev.treaty.pacts.broker.publishing.ContractFiles;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contracts of {@code billing} with {@code shop} at a broker. In each, {@code GET /} responds with a text. */
record PublishedShop(BrokerReplay replay, Path folder) {

    /** Publishes a contract in which {@code GET /} responds with the text. */
    void publish(String version, String branch, String text) {
        publish(version, branch, "shop", get("/", text));
    }

    /** Publishes a contract with an interaction of one's own. */
    void publish(String version, String branch, String provider, String interaction) {
        var file = PactText.write(folder, version + "-" + provider + ".json", pact("billing", provider, interaction));
        var as = new PublishedVersion(version, Optional.of(branch), List.of(), Optional.empty(), false);
        client().prepare(ContractFiles.read(List.of(file), false), as).publish();
    }

    void deploy(String version, String environment, String instance) {
        var deployments = client().deployments();
        if (deployments.environments().stream().noneMatch(known -> known.name().equals(environment))) {
            deployments.create(
                    new NewEnvironment(environment, Optional.empty(), true, Optional.empty(), Optional.empty()));
        }
        deployments.recordDeployment("billing", version, environment, Optional.of(instance));
    }

    void undeploy(String environment, String instance) {
        client().deployments().recordUndeployment("billing", environment, Optional.of(instance));
    }

    /** How often a content was read. */
    long contentsRead() {
        return replay.requests().stream()
                .filter(request -> request.startsWith("GET ") && request.contains("/pact-version/"))
                .count();
    }

    private PactBroker client() {
        return PactBroker.at(replay.url(), Map.of(), line -> {});
    }
}
