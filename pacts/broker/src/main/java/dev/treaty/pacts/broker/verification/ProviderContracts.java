package dev.treaty.pacts.broker.verification;

import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts that providers are verified against, and the results of that. */
public final class ProviderContracts {

    private final Broker broker;

    /** Those of a broker. */
    public ProviderContracts(Broker broker) {
        this.broker = broker;
    }

    /** The contracts that are selected for a provider; none if the broker knows the provider, but selects nothing. */
    public List<SelectedContract> select(String provider, ContractSelection selection) {
        var link = broker.link("pb:provider-pacts-for-verification", Map.of("provider", provider));
        return broker.query(link, selection.json()).requiredEmbedded("pacts").stream()
                .map(SelectedContract::of)
                .toList();
    }

    /** The content of a selected contract. */
    public ContractContent content(SelectedContract contract) {
        return ContractContent.of(broker.get(contract.link()));
    }

    /**
     * The content of one contract, which is all that a build must verify that the broker's webhook started.
     *
     * @param pactUrl the webhook's {@code ${pactbroker.pactUrl}}
     * @return empty if something else is at this URL
     */
    public Optional<ContractContent> content(String pactUrl) {
        return Optional.of(broker.get(new HalLink(pactUrl, "")))
                .filter(ContractContent::isIn)
                .map(ContractContent::of);
    }

    /** Publishes a result; creates the provider's version if need be, but on no branch. */
    public void publish(ContractContent contract, ContractResult result) {
        broker.post(contract.resultsLink(), result.json());
    }
}
