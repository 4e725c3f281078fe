package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract, from wherever it was loaded.
 *
 * @param name as its file is called in this repository, e.g. {@code "billing-stripe.json"}
 * @param consumer who relies on it, e.g. {@code "billing"}
 * @param provider who must hold it, e.g. {@code "stripe"}
 * @param where it was loaded from, for people: a path or a URL
 * @param interactions what was recorded, in the order of the file
 * @param broker what the broker said with it; null when it came from somewhere else
 */
public record LoadedContract(
        String name,
        String consumer,
        String provider,
        String where,
        List<V4Interaction> interactions,
        @Nullable BrokerUrlSource broker) {

    public LoadedContract {
        interactions = List.copyOf(interactions);
    }

    public static LoadedContract of(PactFile file, String where) {
        return new LoadedContract(
                name(file.consumer(), file.provider()),
                file.consumer(),
                file.provider(),
                where,
                file.interactions(),
                null);
    }

    public static String name(String consumer, String provider) {
        return consumer + "-" + provider + ".json";
    }

    /** Without what the broker said, because that holds the credentials. */
    @Override
    public String toString() {
        return "LoadedContract[%s, %s]".formatted(name, where);
    }

    /** Whether the broker says that it may be broken yet: no version of the provider's branch has held it so far. */
    public boolean pending() {
        return broker != null
                && broker.getResult() != null
                && broker.getResult().getPending();
    }
}
