package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.provider.verification.errors.SecretMask;
import java.util.List;
import java.util.stream.Collectors;

/** One interaction of a contract, for which a provider is verified. */
public final class ContractInteraction {

    private final LoadedContract contract;
    private final V4Interaction interaction;

    private ContractInteraction(LoadedContract contract, V4Interaction interaction) {
        this.contract = contract;
        this.interaction = interaction;
    }

    /** All interactions of a contract, in the order of its file. */
    public static List<ContractInteraction> of(LoadedContract contract) {
        return contract.interactions().stream()
                .map(interaction -> new ContractInteraction(contract, interaction))
                .toList();
    }

    /** The contract that contains it. */
    public LoadedContract contract() {
        return contract;
    }

    /** Who relies on it, e.g. {@code "billing"}. */
    public String consumer() {
        return contract.consumer();
    }

    /** The consumer, and which version of it if a broker says so, e.g. {@code "billing (4f2c of main)"}. */
    public String consumerVersion() {
        return consumer()
                + contract.version()
                        .map(version -> " (%s)".formatted(version.label()))
                        .orElse("");
    }

    /** Who must keep it, e.g. {@code "stripe"}. */
    public String provider() {
        return contract.provider();
    }

    /** What was recorded. */
    public V4Interaction interaction() {
        return interaction;
    }

    /** What is requested or sent, e.g. {@code "a request to capture a payment"}; unique in a contract together with the states. */
    public String description() {
        return interaction.getDescription();
    }

    /** Whether it may still be broken without failing the build, because the broker or the consumer says so. */
    public boolean pending() {
        return contract.pending() || interaction.getPending();
    }

    /** A pact with only this interaction, as pact-jvm's matching needs it. */
    public V4Pact alone() {
        return new V4Pact(new Consumer(consumer()), new Provider(provider()), List.of(interaction));
    }

    /** The provider states that the interaction needs. */
    public List<ProviderState> states() {
        return interaction.getProviderStates();
    }

    /** The states as people read them, e.g. {@code "a customer exists {id=cus_42}"}; empty if there are none. */
    public String given() {
        return states().stream()
                .map(state -> state.getParams().isEmpty() ? state.getName() : state.getName() + " " + state.getParams())
                .collect(Collectors.joining(", and "));
    }

    /** The interaction, its contract and its states, for an error; without secrets. */
    public String place() {
        return SecretMask.mask("\"%s\" in %s, given %s"
                .formatted(description(), contract.where(), given().isEmpty() ? "nothing" : given()));
    }

    @Override
    public String toString() {
        return "ContractInteraction[%s: %s]".formatted(contract.name(), description());
    }
}
