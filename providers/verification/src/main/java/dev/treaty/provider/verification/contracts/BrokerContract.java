package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.verification.ContractContent;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.SelectedContract;
import java.util.List;
import java.util.Optional;

/**
 * What a broker says about a contract that it returned.
 *
 * @param broker where results are published
 * @param content the pact, and the link for its results
 * @param version which version of the consumer published it
 * @param selected why it was selected; empty if it was named, as by a webhook
 */
public record BrokerContract(
        PactBroker broker, ContractContent content, ContractVersion version, Optional<SelectedContract> selected) {

    /** Whether no version of the provider's branch has kept it yet, so it may still be broken. */
    public boolean pending() {
        return selected.filter(SelectedContract::isPending).isPresent();
    }

    /** The broker's own sentences about why it is verified. */
    public List<String> noticesBefore() {
        return selected.map(SelectedContract::noticesBefore).orElse(List.of());
    }

    /** The broker's own sentences about what follows from a result. */
    public List<String> noticesAfter(boolean kept, boolean published) {
        return selected.map(contract -> contract.noticesAfter(kept, published)).orElse(List.of());
    }

    /**
     * Publishes a result.
     *
     * @throws dev.treaty.pacts.broker.http.BrokerRefusal if the broker does not take it
     */
    public void publish(ContractResult result) {
        broker.providerContracts().publish(content, result);
    }
}
