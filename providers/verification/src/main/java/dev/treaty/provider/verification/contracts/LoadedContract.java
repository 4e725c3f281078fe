package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract, wherever it was loaded from.
 *
 * @param name the name of its file in this repository, e.g. {@code "billing-stripe.json"}
 * @param consumer who relies on it, e.g. {@code "billing"}
 * @param provider who must keep it, e.g. {@code "stripe"}
 * @param where where it was loaded from, for people: a path or a URL
 * @param interactions as recorded, in the order of the file
 * @param broker what the broker returned with it; null if it was not loaded from a broker
 */
public record LoadedContract(
        String name,
        String consumer,
        String provider,
        String where,
        List<V4Interaction> interactions,
        @Nullable BrokerContract broker) {

    /** Copies the interactions. */
    public LoadedContract {
        interactions = List.copyOf(interactions);
    }

    static LoadedContract of(PactFile file, String where) {
        return new LoadedContract(
                name(file.consumer(), file.provider()),
                file.consumer(),
                file.provider(),
                where,
                file.interactions(),
                null);
    }

    /** A contract that was loaded from a file. */
    public static LoadedContract of(PactFile file) {
        return of(file, file.path().toString());
    }

    static String name(String consumer, String provider) {
        return consumer + "-" + provider + ".json";
    }

    /** Omits what the broker returned, because that includes the credentials. */
    @Override
    public String toString() {
        return "LoadedContract[%s, %s]".formatted(name, where);
    }

    /** Which version of the consumer published it, and why it is verified; empty if it was not loaded from a broker. */
    public Optional<ContractVersion> version() {
        return Optional.ofNullable(broker).map(BrokerContract::version);
    }

    /** Whether the broker considers it pending: no version of the provider's branch has kept it yet, so it may still be broken. */
    boolean pending() {
        return broker != null && broker.pending();
    }
}
