package dev.treaty.stubs.export;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.stubs.export.TextForm.Matches;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The header with which a request asks for a provider state, as the stub server has it ({@code RequestedState}). */
final class RequestedStates {

    static final String HEADER = "Pact-Provider-State";

    private final List<ProviderState> states;

    RequestedStates(List<ProviderState> states) {
        this.states = states;
    }

    /** Accepts a state by its name alone, with one of its parameters, or with all in the contract's order. */
    TextForm form() {
        return new Matches(states.stream().map(RequestedStates::regex).collect(Collectors.joining("|")));
    }

    Set<Loss> losses() {
        var losses = EnumSet.noneOf(Loss.class);
        if (states.stream().anyMatch(state -> !state.getParams().isEmpty())) {
            losses.add(Loss.STATE_PARAMETERS);
        }
        if (!states.isEmpty()) {
            losses.add(Loss.SEVERAL_STATES);
        }
        return losses;
    }

    private static String regex(ProviderState state) {
        var name = Regexes.quote(String.valueOf(state.getName()));
        if (state.getParams().isEmpty()) {
            return name;
        }
        var all = JsonBody.JSON.<JsonNode>valueToTree(state.getParams());
        var objects = new LinkedHashSet<String>();
        all.properties()
                .forEach(parameter -> objects.add(JsonNodeFactory.instance
                        .objectNode()
                        .<JsonNode>set(parameter.getKey(), parameter.getValue())
                        .toString()));
        objects.add(all.toString());
        return name + objects.stream().map(Regexes::quote).collect(Collectors.joining("|", "(?:\\s*(?:", "))?"));
    }
}
