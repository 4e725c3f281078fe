package dev.treaty.provider.verification.states;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Brings a service at a URL to states by {@code POST {"state", "params", "action"}}, Pact's own convention; a JSON object as
 * the answer holds the values that the state brought about.
 *
 * @see <a href="https://docs.pact.io/provider/using_provider_states_effectively">Pact, provider states</a>
 */
public final class StateChangeEndpoint implements ProviderStates {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 500;

    private final URI endpoint;
    private final String setting;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * The endpoint at an address.
     *
     * @param setting the name of the setting that names the endpoint, for who must fix it
     */
    public StateChangeEndpoint(URI endpoint, String setting) {
        this.endpoint = endpoint;
        this.setting = setting;
    }

    @Override
    public Map<String, @Nullable Object> enter(ProviderState state) {
        return values(state, post(state, "setup"));
    }

    @Override
    public void leave(ProviderState state) {
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
            throw refused(state, action, "it answered %d: %s".formatted(response.statusCode(), shown(response)), null);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request, ProviderState state, String action) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw refused(state, action, "it cannot be reached (%s)".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(state, action, "the verification was interrupted", e);
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
            throw refused(state, "setup", "its answer is no JSON object: " + shown(response), e);
        }
    }

    private StateChangeFailed refused(ProviderState state, String action, String why, @Nullable Throwable cause) {
        return new StateChangeFailed(
                "The service was not brought %s the state \"%s\": %s"
                        .formatted(action.equals("setup") ? "to" : "out of", state.getName(), why),
                "POST %s {\"state\":\"%s\",\"params\":…,\"action\":\"%s\"}"
                        .formatted(endpoint, state.getName(), action),
                "start the service with its state-change endpoint (the reference services: --provider-states), and name it with -D%s="
                        .formatted(setting),
                cause);
    }

    private static String shown(HttpResponse<String> response) {
        var body = response.body().strip();
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
