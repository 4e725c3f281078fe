package dev.treaty.stubs.matching;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import java.util.Collection;
import java.util.stream.Collectors;

/** A provider state was requested for all requests, but no loaded interaction has it. */
public final class UnknownState extends TreatyException {

    /** How many similar states are suggested. */
    private static final int SUGGESTIONS = 3;

    private final String state;

    UnknownState(String state, Collection<String> known, Collection<String> providers) {
        super(
                "No interaction has the provider state \"%s\".".formatted(state),
                where(state, known, providers),
                known.isEmpty()
                        ? "leave the state out, or record an interaction that has it"
                        : "name one of these, or record an interaction that has it");
        this.state = state;
    }

    private static String where(String state, Collection<String> known, Collection<String> providers) {
        if (providers.isEmpty()) {
            return "no contract is loaded";
        }
        var contracts = "the contracts with " + String.join(", ", providers);
        return known.isEmpty()
                ? contracts + ", which have no states at all"
                : contracts + "; the nearest are " + nearest(state, known);
    }

    private static String nearest(String state, Collection<String> known) {
        return Similarity.nearest(state, known).stream()
                .limit(SUGGESTIONS)
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
    }

    /** The state that was requested: its name, or its name and parameters. */
    public String state() {
        return state;
    }
}
