package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.provider.ProviderResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.comparison.ContractMismatch;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Asks for a message by {@code POST {"description", "providerStates"}}, Pact's own convention: the answer is the message's bytes,
 * its metadata as JSON in Base64 in the header {@code Pact-Message-Metadata}.
 */
public final class MessageEndpoint implements MessageSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "Pact-Message-Metadata";

    private final ProviderHttpClient endpoint;

    public MessageEndpoint(URI endpoint) {
        this.endpoint = new ProviderHttpClient(endpoint);
    }

    @Override
    public ComparisonResult ask(ContractInteraction asked, AsynchronousMessage expected) {
        var request = request(asked);
        var answer = endpoint.send(request);
        var differences = answer.getStatusCode() == 200
                ? ContractComparison.of(expected, contents(answer), metadata(answer))
                : List.of(new ContractMismatch(
                        "status",
                        "200",
                        String.valueOf(answer.getStatusCode()),
                        contents(answer).valueAsString()));
        return ComparisonResult.of(differences, () -> endpoint.repeat(request));
    }

    private static Request request(ContractInteraction asked) {
        var states = asked.states().stream()
                .map(state -> Map.of("name", String.valueOf(state.getName()), "params", state.getParams()))
                .toList();
        var request = new Request("POST", "");
        request.getHeaders().put("Content-Type", List.of("application/json"));
        request.setBody(OptionalBody.body(
                json(Map.of("description", asked.description(), "providerStates", states)), ContentType.getJSON()));
        return request;
    }

    private static OptionalBody contents(ProviderResponse answer) {
        return answer.getBody() == null ? OptionalBody.missing() : answer.getBody();
    }

    private static Map<String, Object> metadata(ProviderResponse answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(METADATA))
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
