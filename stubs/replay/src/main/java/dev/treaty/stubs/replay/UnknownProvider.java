package dev.treaty.stubs.replay;

import java.util.Collection;
import java.util.stream.Collectors;

/** A provider that no loaded contract is with. */
public final class UnknownProvider extends ReplayException {

    private final String provider;

    UnknownProvider(String provider, Collection<String> known) {
        super(
                "No loaded contract is with a provider \"%s\".".formatted(provider),
                known.isEmpty()
                        ? "no contract is loaded"
                        : "the loaded contracts are with " + nearestFirst(known, provider),
                "name one of these, or load a contract with " + provider);
        this.provider = provider;
    }

    private static String nearestFirst(Collection<String> known, String provider) {
        return known.stream().sorted(Likeness.nearestFirst(provider)).collect(Collectors.joining(", "));
    }

    /** The name that was asked for. */
    public String provider() {
        return provider;
    }
}
