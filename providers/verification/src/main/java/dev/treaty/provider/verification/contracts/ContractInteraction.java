package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.provider.verification.errors.SecretMask;
import java.util.List;
import java.util.stream.Collectors;

/** One interaction of a contract, to be held against whoever answers. */
public final class ContractInteraction {

    private final LoadedContract contract;
    private final V4Interaction interaction;

    public ContractInteraction(LoadedContract contract, V4Interaction interaction) {
        this.contract = contract;
        this.interaction = interaction;
    }

    public LoadedContract contract() {
        return contract;
    }

    /** Who relies on it, e.g. {@code "billing"}. */
    public String consumer() {
        return contract.consumer();
    }

    /** Who must hold it, e.g. {@code "stripe"}. */
    public String provider() {
        return contract.provider();
    }

    /** What was recorded. */
    public V4Interaction interaction() {
        return interaction;
    }

    /** What the interaction is about, e.g. {@code "a request to create a payment"}; unique in a contract together with the states. */
    public String description() {
        return interaction.getDescription();
    }

    /** Whether it may be broken yet without failing a build, because the broker or the consumer says so. */
    public boolean pending() {
        return contract.pending() || interaction.getPending();
    }

    /** The interaction as a pact of its own, which is how pact-jvm's comparison wants it. */
    public V4Pact alone() {
        return new V4Pact(new Consumer(consumer()), new Provider(provider()), List.of(interaction));
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

    /** Which interaction of which contract, in which states; without secrets. */
    public String place() {
        return SecretMask.hiddenIn("\"%s\" in %s, given %s"
                .formatted(description(), contract.where(), given().isEmpty() ? "nothing" : given()));
    }

    @Override
    public String toString() {
        return "ContractInteraction[%s: %s]".formatted(contract.name(), description());
    }
}
