package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.support.Auth;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The contracts that a Pact broker selects for verification: those of each consumer's main branch, of the branch with the same name as the
 * provider's, and of deployed or released versions, including pending and work-in-progress pacts.
 *
 * <p>Credentials come from the environment only: {@code PACT_BROKER_TOKEN}, or {@code PACT_BROKER_USERNAME} and
 * {@code PACT_BROKER_PASSWORD}.
 *
 * @see <a href="https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors">consumer version selectors</a>
 * @see <a href="https://docs.pact.io/pact_broker/advanced_topics/wip_pacts">work-in-progress pacts</a>
 */
public final class BrokerContracts implements ContractSource {

    static final String URL = "pact.broker.url";

    private static final String WIP_SINCE = "pact.broker.include-wip-pacts-since";
    private static final int WIP_DAYS = 90;

    private final String url;
    private final String branch;
    private final String wipSince;
    private final Map<String, Object> options;

    private BrokerContracts(String url, String branch, String wipSince, Map<String, Object> options) {
        this.url = url;
        this.branch = branch;
        this.wipSince = wipSince;
        this.options = Map.copyOf(options);
    }

    /**
     * The broker at a URL.
     *
     * @throws ContractsUnavailable if the URL contains credentials, which would be printed wherever the URL is
     */
    static BrokerContracts at(String url, VerificationSettings settings) {
        if (VerificationSettings.url(settings.option(URL), url).getRawUserInfo() != null) {
            throw new ContractsUnavailable(
                    "The broker's URL contains credentials.",
                    settings.option(URL) + url,
                    "remove them, and set the environment variables %s".formatted(BrokerFailure.CREDENTIALS));
        }
        return new BrokerContracts(
                url.replaceAll("/+$", ""),
                new ProviderBuild(settings).branch(),
                settings.value(WIP_SINCE)
                        .orElseGet(() -> LocalDate.now(ZoneOffset.UTC)
                                .minusDays(WIP_DAYS)
                                .toString()),
                options(settings));
    }

    /** The credentials as pact-jvm's client expects them; empty if there are none. */
    private static Map<String, Object> options(VerificationSettings settings) {
        var token = settings.environment("PACT_BROKER_TOKEN");
        var user = settings.environment("PACT_BROKER_USERNAME");
        if (token.isPresent()) {
            return Map.of("authentication", new Auth.BearerAuthentication(token.get(), Auth.DEFAULT_AUTH_HEADER));
        }
        return user.isPresent()
                ? Map.of(
                        "authentication",
                        new Auth.BasicAuthentication(
                                user.get(),
                                settings.environment("PACT_BROKER_PASSWORD").orElse("")))
                : Map.of();
    }

    /** pact-jvm's client for the broker that a contract came from. */
    public static PactBrokerClient client(BrokerUrlSource source) {
        return client(source.getPactBrokerUrl(), source.getOptions());
    }

    private static PactBrokerClient client(String url, Map<String, ?> options) {
        return new PactBrokerClient(url, new HashMap<>(options), new PactBrokerClientConfig());
    }

    @Override
    public List<LoadedContract> with(String provider) {
        var selectors = List.of(
                ConsumerVersionSelectors.MainBranch.INSTANCE,
                ConsumerVersionSelectors.MatchingBranch.INSTANCE,
                ConsumerVersionSelectors.DeployedOrReleased.INSTANCE);
        var selected = client(url, options)
                .fetchConsumersWithSelectorsV2(provider, selectors, List.of(), branch, true, wipSince);
        var error = selected.errorValue();
        if (error == null) {
            return selected.unwrap().stream().map(this::load).toList();
        }
        var failure = BrokerFailure.ofSelection(error, provider);
        throw new ContractsUnavailable(
                "The broker did not select the contracts to verify: %s.".formatted(failure.why()),
                place(),
                failure.fix());
    }

    @Override
    public String place() {
        var broker = URI.create(url);
        return "the broker at " + broker.getScheme() + "://" + broker.getAuthority();
    }

    private LoadedContract load(PactBrokerResult selected) {
        try {
            return loaded(selected, DefaultPactReader.INSTANCE.loadPact(selected, options));
        } catch (Exception e) {
            var failure = BrokerFailure.of(e);
            throw new ContractsUnavailable(
                    "A contract that the broker selected cannot be loaded: %s.".formatted(failure.why()),
                    selected.getSource(),
                    failure.fix());
        }
    }

    private static LoadedContract loaded(PactBrokerResult selected, Pact pact) {
        var consumer = pact.getConsumer().getName();
        var provider = pact.getProvider().getName();
        return new LoadedContract(
                LoadedContract.name(consumer, provider),
                consumer,
                provider,
                selected.getSource(),
                pact.asV4Pact().unwrap().getInteractions().stream()
                        .map(interaction -> interaction.asV4Interaction())
                        .toList(),
                (BrokerUrlSource) pact.getSource());
    }
}
