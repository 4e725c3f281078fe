package dev.treaty.stubs.http.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Which provider states all requests prefer, for {@code /__admin/states}. */
public final class GivenStates {

    private static final String GIVEN = "given";
    private static final String NAME = "name";
    private static final String PARAMETERS = "params";
    private static final Set<String> PARTS_OF_STATE = Set.of(NAME, PARAMETERS);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InteractionLookup lookup;

    /** @param lookup whose states are read and changed */
    public GivenStates(InteractionLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * The states that are given, and those that the contracts know, by provider: {@code {"given": [{"name": "a payment exists", "params":
     * {"id": "pi_42"}}], "known": {"stripe": […]}}}.
     */
    public JsonNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        var given = json.putArray(GIVEN);
        lookup.given().forEach(state -> given.add(json(state)));
        var byProvider = new TreeMap<String, Set<RequestedState>>();
        lookup.contracts().providers().forEach(provider -> byProvider.put(provider, new LinkedHashSet<>()));
        lookup.all()
                .forEach(interaction -> interaction.origin().states().stream()
                        .map(RequestedState::of)
                        .forEach(byProvider.computeIfAbsent(
                                interaction.origin().provider(), any -> new LinkedHashSet<>())::add));
        var known = json.putObject("known");
        byProvider.forEach((provider, states) -> {
            var list = known.putArray(provider);
            states.forEach(state -> list.add(json(state)));
        });
        return json;
    }

    private static ObjectNode json(RequestedState state) {
        var json = JsonNodeFactory.instance.objectNode().put(NAME, state.name());
        if (!state.parameters().isEmpty()) {
            json.set(PARAMETERS, state.parameters());
        }
        return json;
    }

    /**
     * Gives these states instead of those that were given before.
     *
     * @param body {@code {"given": […]}}, each a text as in the header {@value RequestedState#HEADER}, or an object
     * @throws InvalidStates if it cannot be read
     * @throws dev.treaty.stubs.matching.UnknownState if no interaction has one of them
     */
    public void replace(String body) {
        lookup.give(read(body));
    }

    /** Takes all states away. */
    public void clear() {
        lookup.give(List.of());
    }

    private static List<RequestedState> read(String body) {
        try {
            var json = JSON.readTree(body);
            if (!json.isObject() || json.size() != 1 || !json.path(GIVEN).isArray()) {
                throw new InvalidStates("it must be an object with the list \"given\", and nothing else");
            }
            var states = new ArrayList<RequestedState>();
            json.get(GIVEN).forEach(state -> states.add(state(state)));
            return states.stream().distinct().toList();
        } catch (JsonProcessingException e) {
            throw new InvalidStates("it is not JSON");
        }
    }

    private static RequestedState state(JsonNode json) {
        if (json.isTextual() && !json.asText().isBlank()) {
            return RequestedState.parse(json.asText());
        }
        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        if (!PARTS_OF_STATE.containsAll(names)
                || !json.path(NAME).isTextual()
                || !(json.path(PARAMETERS).isMissingNode()
                        || json.path(PARAMETERS).isObject())) {
            throw new InvalidStates(
                    "a state must be its name, or an object with the text \"name\" and perhaps the object \"params\"");
        }
        return RequestedState.of(json.get(NAME).asText(), json.path(PARAMETERS));
    }
}
