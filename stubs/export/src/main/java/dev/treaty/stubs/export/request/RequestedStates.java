package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The header that requests a provider state, as the stub server reads it ({@code RequestedState}). */
public final class RequestedStates {

    public static final String HEADER = RequestedState.HEADER;

    private final List<ProviderState> states;

    public RequestedStates(List<ProviderState> states) {
        this.states = states;
    }

    /** Accepts the name of a state alone, with one of its parameters, or with all of them in the contract's order. */
    public TextPattern pattern() {
        return new Matches(states.stream().map(RequestedStates::regex).collect(Collectors.joining("|")));
    }

    /** What the translation of the states loses. */
    public Set<Deviation> deviations() {
        var deviations = EnumSet.noneOf(Deviation.class);
        if (states.stream().anyMatch(state -> !state.getParams().isEmpty())) {
            deviations.add(Deviation.STATE_PARAMETERS);
        }
        if (!states.isEmpty()) {
            deviations.add(Deviation.SEVERAL_STATES);
        }
        return deviations;
    }

    private static String regex(ProviderState state) {
        var name = Regexes.quote(String.valueOf(state.getName()));
        if (state.getParams().isEmpty()) {
            return name;
        }
        var all = CanonicalJson.MAPPER.<JsonNode>valueToTree(state.getParams());
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
