package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A provider state that a request asks for with the header {@value #HEADER}.
 *
 * @param name as in the contract, e.g. {@code "a customer exists"}
 * @param parameters that must be among the state's, with these values
 */
public record RequestedState(String name, ObjectNode parameters) {

    /** Each header names one state; an interaction must have all of them. */
    public static final String HEADER = "Pact-Provider-State";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads a name, or a name followed by a JSON object: {@code a customer exists {"id":"cus_42"}}. */
    public static RequestedState parse(String header) {
        var text = header.strip();
        if (text.endsWith("}")) {
            for (var brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', brace + 1)) {
                var parameters = object(text.substring(brace));
                if (parameters.isPresent()) {
                    return new RequestedState(text.substring(0, brace).strip(), parameters.get());
                }
            }
        }
        return new RequestedState(text, JsonNodeFactory.instance.objectNode());
    }

    /** A state with a name and parameters. */
    public static RequestedState of(String name, JsonNode parameters) {
        return new RequestedState(
                name, parameters instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    /** The states that a request asks for. */
    static List<RequestedState> in(RawRequest request) {
        var headers = request.header(HEADER);
        return headers.isEmpty()
                ? List.of()
                : headers.stream()
                        .map(StateHeader::decode)
                        .map(RequestedState::parse)
                        .toList();
    }

    /** A contract's state, as a request would ask for it. */
    public static RequestedState of(ProviderState state) {
        return of(String.valueOf(state.getName()), JSON.valueToTree(state.getParams()));
    }

    private static Optional<ObjectNode> object(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // then the brace belongs to the state's name
        }
    }

    /** Whether one of the states has this name and these parameters. */
    public boolean isAmong(Collection<ProviderState> states) {
        return states.stream().anyMatch(this::is);
    }

    private boolean is(ProviderState state) {
        if (!name.equals(state.getName())) {
            return false;
        }
        var actual = JSON.<JsonNode>valueToTree(state.getParams());
        return parameters.properties().stream()
                .allMatch(
                        wanted -> actual.has(wanted.getKey()) && same(wanted.getValue(), actual.get(wanted.getKey())));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        // 1 and 1.0 are the same number; which Java type it has depends on the parser
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? left.decimalValue().compareTo(right.decimalValue())
                        : left.equals(right) ? 0 : 1,
                other);
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? name : name + " " + parameters;
    }
}
