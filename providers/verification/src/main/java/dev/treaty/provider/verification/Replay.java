package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.provider.ProviderResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stub server as a target: no state is brought about, each is asked for by name in the header
 * {@code Pact-Provider-State}, and a message is asked for by description at {@code /__messages}.
 */
public final class Replay implements Target {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUESTED_STATE = "Pact-Provider-State";
    private static final String MESSAGE_METADATA = "Pact-Message-Metadata";

    private final HttpExchange stub;

    /** @param provider where the stub server answers for the provider, e.g. {@code http://127.0.0.1:12111} */
    public Replay(URI provider) {
        this.stub = new HttpExchange(provider);
    }

    @Override
    public List<String> differences(ContractInteraction asked) {
        if (asked.interaction() instanceof SynchronousHttp http) {
            var request = http.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider);
            return Differences.of(
                    asked.alone(),
                    http,
                    stub.send(
                            request,
                            headers -> asked.states()
                                    .forEach(state -> headers.addHeader(REQUESTED_STATE, requested(state)))));
        }
        var message = (AsynchronousMessage) asked.interaction();
        var answer = stub.send(messageRequest(asked));
        return answer.getStatusCode() == 200
                ? Differences.of(message, contents(answer), metadata(answer))
                : List.of("the stub server answered %d: %s".formatted(answer.getStatusCode(), text(answer)));
    }

    private static String requested(ProviderState state) {
        return state.getParams().isEmpty() ? state.getName() : state.getName() + " " + json(state.getParams());
    }

    private static Request messageRequest(ContractInteraction asked) {
        var states = asked.states().stream()
                .map(state -> Map.of("name", state.getName(), "params", state.getParams()))
                .toList();
        var body = json(Map.of("description", asked.description(), "providerStates", states));
        var request = new Request("POST", "/__messages");
        request.getHeaders().put("Content-Type", List.of("application/json"));
        request.setBody(OptionalBody.body(body, ContentType.getJSON()));
        return request;
    }

    private static OptionalBody contents(ProviderResponse answer) {
        return answer.getBody() == null ? OptionalBody.missing() : answer.getBody();
    }

    private static String text(ProviderResponse answer) {
        return contents(answer).valueAsString();
    }

    private static Map<String, Object> metadata(ProviderResponse answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(MESSAGE_METADATA))
                .map(header -> decoded(header.getValue().get(0)))
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<String, Object> decoded(String metadata) {
        try {
            return JSON.readValue(Base64.getDecoder().decode(metadata), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
