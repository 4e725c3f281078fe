package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the states of a service at a URL by {@code POST {"state", "params", "action"}}, Pact's own convention. If the response is a JSON
 * object, it contains the values that were created.
 *
 * @see <a href="https://docs.pact.io/provider/using_provider_states_effectively">Pact, provider states</a>
 */
public final class StateChangeEndpoint implements ProviderStates {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_LENGTH = 500;

    private final URI endpoint;
    private final String option;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * The endpoint at a URL.
     *
     * @param option how the endpoint is named on the command line, e.g. {@code "--state-change-url="}, for errors
     */
    public StateChangeEndpoint(URI endpoint, String option) {
        this.endpoint = endpoint;
        this.option = option;
    }

    @Override
    public Map<String, @Nullable Object> setUp(ProviderState state) {
        return values(state, post(state, "setup"));
    }

    @Override
    public void tearDown(ProviderState state) {
        post(state, "teardown");
    }

    private HttpResponse<String> post(ProviderState state, String action) {
        var body = new LinkedHashMap<String, Object>();
        body.put("state", String.valueOf(state.getName()));
        body.put("params", state.getParams());
        body.put("action", action);
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(json(body)))
                .build();
        var response = send(request, state, action);
        if (response.statusCode() / 100 != 2) {
            throw failed(state, action, "it responded %d: %s".formatted(response.statusCode(), shown(response)), null);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request, ProviderState state, String action) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw failed(state, action, "it cannot be reached (%s)".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(state, action, "the verification was interrupted", e);
        }
    }

    private Map<String, @Nullable Object> values(ProviderState state, HttpResponse<String> response) {
        var json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        if (!json || response.body().isBlank()) {
            return Map.of();
        }
        try {
            return JSON.readValue(response.body(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw failed(state, "setup", "its response is not a JSON object: " + shown(response), e);
        }
    }

    private StateChangeFailed failed(ProviderState state, String action, String why, @Nullable Throwable cause) {
        return new StateChangeFailed(
                new ErrorMessage(
                        "The service could not %s the state \"%s\": %s"
                                .formatted(action.equals("setup") ? "set up" : "tear down", state.getName(), why),
                        "POST %s {\"state\":\"%s\",\"params\":…,\"action\":\"%s\"}"
                                .formatted(endpoint, state.getName(), action),
                        "start the service with its state-change endpoint (the reference services: --provider-states), and name it with %s"
                                .formatted(option)),
                endpoint + " " + why,
                cause);
    }

    private static String shown(HttpResponse<String> response) {
        var body = response.body().strip();
        return body.length() <= SHOWN_LENGTH ? body : body.substring(0, SHOWN_LENGTH) + "…";
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
