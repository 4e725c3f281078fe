package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.participants.ParticipantVersion;
import dev.treaty.pacts.broker.verification.ContractContent;
import dev.treaty.pacts.broker.verification.ContractSelection;
import dev.treaty.pacts.broker.verification.SelectedContract;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The contracts that a Pact broker selects for verification, or the one that the broker's webhook names.
 *
 * <p>Credentials come from the environment only: {@code PACT_BROKER_TOKEN}, or {@code PACT_BROKER_USERNAME} and
 * {@code PACT_BROKER_PASSWORD}.
 *
 * @see <a href="https://docs.pact.io/pact_broker/webhooks#the-contract-requiring-verification-published-event">the webhook</a>
 */
public final class BrokerContracts implements ContractSource {

    static final String URL = "pact.broker.url";

    /** The setting that names the one contract to verify, e.g. a webhook's {@code ${pactbroker.pactUrl}}. */
    static final String PACT_URL = "pact.url";

    private final VerificationSettings settings;
    private final PactBroker broker;
    private final Optional<String> pactUrl;

    private BrokerContracts(VerificationSettings settings, PactBroker broker, Optional<String> pactUrl) {
        this.settings = settings;
        this.broker = broker;
        this.pactUrl = pactUrl;
    }

    /**
     * The broker at a URL.
     *
     * @throws dev.treaty.pacts.broker.http.InvalidBrokerSettings if the URL or the credentials cannot be used
     */
    static BrokerContracts at(String url, VerificationSettings settings) {
        return new BrokerContracts(
                settings, PactBroker.at(url, settings.environment(), line -> {}), settings.value(PACT_URL));
    }

    @Override
    public List<LoadedContract> with(String provider) {
        return pactUrl.map(this::named).orElseGet(() -> selected(provider)).stream()
                .filter(contract -> contract.provider().equals(provider))
                .toList();
    }

    private List<LoadedContract> named(String url) {
        return List.of(load(broker.providerContracts().content(url), Optional.empty()));
    }

    private List<LoadedContract> selected(String provider) {
        var selection = new ContractSelection(
                Optional.of(new ProviderBuild(settings).branch()),
                List.of(),
                BrokerSelectors.of(settings),
                true,
                Optional.of(BrokerSelectors.workInProgressSince(settings)));
        return select(provider, selection).stream()
                .map(contract -> load(broker.providerContracts().content(contract), Optional.of(contract)))
                .toList();
    }

    private List<SelectedContract> select(String provider, ContractSelection selection) {
        try {
            return broker.providerContracts().select(provider, selection);
        } catch (BrokerRefusal e) {
            throw e.status() == 404
                    ? e.withFix(
                            "check the name of the provider; a broker knows it once a consumer has published a contract with it")
                    : e;
        }
    }

    private LoadedContract load(ContractContent content, Optional<SelectedContract> selected) {
        var version = version(content, selected);
        var file = PactFile.parse(
                Path.of(LoadedContract.name(content.consumer(), content.provider())),
                content.pact().toString());
        return new LoadedContract(
                LoadedContract.name(content.consumer(), content.provider()),
                content.consumer(),
                content.provider(),
                "version %s at %s".formatted(version.label(), place()),
                file.interactions(),
                new BrokerContract(broker, content, version, selected));
    }

    private ContractVersion version(ContractContent content, Optional<SelectedContract> selected) {
        var number = content.consumerVersions().stream().findFirst().orElse("");
        return new ContractVersion(
                number,
                broker.participants()
                        .version(content.consumer(), number)
                        .map(ParticipantVersion::branches)
                        .orElse(List.of()),
                selected.map(SelectedContract::reason).orElse("named by its URL"),
                selected.filter(SelectedContract::isWorkInProgress).isPresent());
    }

    @Override
    public String place() {
        return "the broker at " + broker.address();
    }
}
