package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One interaction of a contract, to be held against whoever answers.
 *
 * @param contract the contract's file name, e.g. {@code "billing-stripe.json"}
 * @param consumer who relies on it, e.g. {@code "billing"}
 * @param provider who must hold it, e.g. {@code "stripe"}
 * @param interaction what was recorded
 */
public record ContractInteraction(String contract, String consumer, String provider, V4Interaction interaction) {

    /** What the interaction is about, e.g. {@code "a payment is created"}; unique in a contract together with the states. */
    public String description() {
        return interaction.getDescription();
    }

    /** The interaction as a pact of its own, which is how pact-jvm's comparison wants it. */
    V4Pact alone() {
        return new V4Pact(new Consumer(consumer), new Provider(provider), List.of(interaction));
    }

    /** What must be so before the provider is asked. */
    public List<ProviderState> states() {
        return interaction.getProviderStates();
    }

    /** The states as a person reads them, e.g. {@code "a customer exists {id=cus_42}"}; empty when there are none. */
    public String given() {
        return states().stream()
                .map(state -> state.getParams().isEmpty() ? state.getName() : state.getName() + " " + state.getParams())
                .collect(Collectors.joining(", and "));
    }
}
