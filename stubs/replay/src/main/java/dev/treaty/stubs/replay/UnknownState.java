package dev.treaty.stubs.replay;

import java.util.stream.Collectors;

/** A provider state that all requests were to be given, and that no loaded interaction has. */
public final class UnknownState extends ReplayException {

    /** How many are named instead. */
    private static final int MOST_NEAR = 3;

    private final String state;

    private UnknownState(String state, String where, String fix) {
        super("No interaction has the provider state \"%s\".".formatted(state), where, fix);
        this.state = state;
    }

    static UnknownState among(Contracts contracts, RequestedState wanted) {
        var state = wanted.toString();
        var near = contracts
                .interactions()
                .flatMap(replay -> replay.origin().states().stream())
                .map(known -> RequestedState.of(known).toString())
                .distinct()
                .sorted(Likeness.nearestFirst(state))
                .limit(MOST_NEAR)
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
        var providers = String.join(", ", contracts.providers());
        return near.isEmpty()
                ? new UnknownState(
                        state,
                        providers.isEmpty()
                                ? "no contract is loaded"
                                : "the contracts with %s, which have no states at all".formatted(providers),
                        "leave the state out, or record an interaction that has it")
                : new UnknownState(
                        state,
                        "the contracts with %s; nearest are %s".formatted(providers, near),
                        "name one of these, or record an interaction that has it");
    }

    /** The state that was asked for: its name, or its name and parameters. */
    public String state() {
        return state;
    }
}
