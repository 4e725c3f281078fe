package dev.treaty.pacts.broker;

import dev.treaty.pacts.broker.content.ContractVersions;
import dev.treaty.pacts.broker.deployment.Deployments;
import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.BrokerAddress;
import dev.treaty.pacts.broker.matrix.DeploymentGate;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.broker.publishing.ConsumerContracts;
import dev.treaty.pacts.broker.publishing.Publication;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.broker.verification.ProviderContracts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Pact Broker. Nothing is sent until something is asked. What is asked throws {@link dev.treaty.pacts.broker.http.BrokerUnreachable} if the
 * broker does not answer, and {@link dev.treaty.pacts.broker.http.BrokerRefusal} with the broker's own words if it refuses.
 */
public final class PactBroker {

    private final Broker broker;

    private PactBroker(Broker broker) {
        this.broker = broker;
    }

    /**
     * The broker at an address, with the credentials and proxies of an environment.
     *
     * @param url null for {@code PACT_BROKER_BASE_URL}
     * @param environment usually {@code System.getenv()}
     * @param log gets one line for each request, without secrets
     * @throws dev.treaty.pacts.broker.http.InvalidBrokerSettings if the address or the credentials cannot be used
     */
    public static PactBroker at(@Nullable String url, Map<String, String> environment, Consumer<String> log) {
        return new PactBroker(Broker.at(BrokerAddress.of(url, environment), environment, log));
    }

    /** Where it is; without credentials, and without a slash at the end. */
    public String address() {
        return broker.address().text();
    }

    /** Pacticipants, versions and branches. */
    public Participants participants() {
        return new Participants(broker);
    }

    /** Environments, deployments and releases. */
    public Deployments deployments() {
        return new Deployments(broker);
    }

    /** Whether versions can be deployed. */
    public DeploymentGate gate() {
        return new DeploymentGate(broker);
    }

    /** The contracts that a provider is verified against, and its results. */
    public ProviderContracts providerContracts() {
        return new ProviderContracts(broker);
    }

    /** The contracts themselves, for those who read them. */
    public ContractVersions contractVersions() {
        return new ContractVersions(broker);
    }

    /** Checks contracts before they are published; see {@link Publication#prepare}. */
    public Publication prepare(List<ConsumerContracts> consumers, PublishedVersion version) {
        return Publication.prepare(broker, consumers, version);
    }
}
