package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.participants.ParticipantVersion;
import dev.treaty.pacts.broker.verification.ContractContent;
import dev.treaty.pacts.broker.verification.ContractSelection;
import dev.treaty.pacts.broker.verification.SelectedContract;
import dev.treaty.pacts.errors.ErrorMessage;
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
        return List.of(load(content(url), Optional.empty()));
    }

    private ContractContent content(String url) {
        try {
            return broker.providerContracts()
                    .content(url)
                    .orElseThrow(() -> new ContractsUnavailable(
                            "What the broker has at this URL is not a contract.",
                            settings.option(PACT_URL) + url,
                            "take the URL from the broker's webhook: ${pactbroker.pactUrl}"));
        } catch (BrokerRefusal e) {
            throw e.status() == 404
                    ? new ContractsUnavailable(
                            "The broker has no contract at this URL.",
                            settings.option(PACT_URL) + url,
                            "take the URL from the broker's webhook, or from its web page; a contract that was deleted need not be verified")
                    : e;
        }
    }

    /** A webhook asks one provider; a build that must also build what this provider depends on has nothing to verify there. */
    @Override
    public Optional<ErrorMessage> leavesOut(String provider) {
        return pactUrl.map(url -> new ErrorMessage(
                "The contract that is asked about is with %s, so nothing was verified with %s."
                        .formatted(content(url).provider(), provider),
                settings.option(PACT_URL) + url,
                "name the provider of the contract, or leave out " + settings.option(PACT_URL)));
    }

    @Override
    public ContractsUnavailable noneWith(String provider, String fix) {
        return new ContractsUnavailable(
                "The broker selects no contract with %s.".formatted(provider),
                "%s, at %s".formatted(BrokerSelectors.text(settings), place()),
                "check which versions of the consumers are selected; each must have published a contract with %s under that version"
                        .formatted(provider));
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
                    ? new ContractsUnavailable(
                            "The broker knows no provider %s.".formatted(provider),
                            place(),
                            "check the name; a broker knows a provider once a consumer has published a contract with it")
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
