package dev.treaty.stubs.matching;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import java.util.Collection;

/** A provider that no loaded contract has. */
public final class UnknownProvider extends TreatyException {

    private final String provider;

    /** @param known the providers of the loaded contracts */
    public UnknownProvider(String provider, Collection<String> known) {
        super(
                "No loaded contract has a provider \"%s\".".formatted(provider),
                known.isEmpty()
                        ? "no contract is loaded"
                        : "the providers of the loaded contracts: "
                                + String.join(", ", Similarity.nearest(provider, known)),
                "name one of these, or load a contract with " + provider);
        this.provider = provider;
    }

    /** The name that was requested. */
    public String provider() {
        return provider;
    }
}
