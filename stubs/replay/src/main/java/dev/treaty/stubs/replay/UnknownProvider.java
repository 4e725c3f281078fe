package dev.treaty.stubs.replay;

import java.util.Collection;

/** A provider that no loaded contract is with. */
public final class UnknownProvider extends ReplayException {

    private final String provider;

    UnknownProvider(String provider, Collection<String> known) {
        super(
                "No loaded contract is with a provider \"%s\".".formatted(provider),
                known.isEmpty() ? "no contract is loaded" : "the loaded contracts are with " + String.join(", ", known),
                "name one of these, or load a contract with " + provider);
        this.provider = provider;
    }

    /** The name that was asked for. */
    public String provider() {
        return provider;
    }
}
