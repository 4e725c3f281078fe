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
 * Requests messages by {@code POST {"description", "providerStates"}}, Pact's own convention: the response body is the message; its
 * metadata is Base64-encoded JSON in the header {@code Pact-Message-Metadata}.
 */
public final class MessageEndpoint implements MessageSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "Pact-Message-Metadata";

    private final ProviderHttpClient endpoint;

    /** The endpoint at a URL. */
    public MessageEndpoint(URI endpoint) {
        this.endpoint = new ProviderHttpClient(endpoint);
    }

    @Override
    public ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected) {
        var request = request(interaction);
        var response = endpoint.send(request);
        var mismatches = response.getStatusCode() == 200
                ? ContractComparison.of(expected, contents(response), metadata(response))
                : List.of(new ContractMismatch(
                        "status",
                        "200",
                        String.valueOf(response.getStatusCode()),
                        contents(response).valueAsString()));
        return ComparisonResult.of(mismatches, () -> endpoint.repeat(request));
    }

    private static Request request(ContractInteraction interaction) {
        var states = interaction.states().stream()
                .map(state -> Map.of("name", String.valueOf(state.getName()), "params", state.getParams()))
                .toList();
        var request = new Request("POST", "");
        request.getHeaders().put("Content-Type", List.of("application/json"));
        request.setBody(OptionalBody.body(
                json(Map.of("description", interaction.description(), "providerStates", states)),
                ContentType.getJSON()));
        return request;
    }

    private static OptionalBody contents(ProviderResponse response) {
        return response.getBody() == null ? OptionalBody.missing() : response.getBody();
    }

    private static Map<String, Object> metadata(ProviderResponse response) {
        return response.getHeaders().entrySet().stream()
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
