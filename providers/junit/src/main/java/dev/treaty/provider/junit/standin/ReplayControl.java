package dev.treaty.provider.junit.standin;

import dev.treaty.provider.verification.states.StateChangeFailed;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Controls the account of its credentials in a vendor's replay, by requests below {@code /__treaty}.
 *
 * @param requests a new request to the replay, with the account's credentials
 */
public record ReplayControl(Supplier<RequestSpecification> requests) {

    private static final int OK = 200;
    private static final String STATES = "/__treaty/states";

    /**
     * Has the replay bring about a state by itself.
     *
     * @return values for the state's parameters
     * @throws StateChangeFailed if it does not know how
     */
    public Map<String, Object> bringAbout(String state, Map<String, ?> parameters) {
        var response = post(STATES, Map.of("state", state, "params", parameters));
        if (response.statusCode() != OK) {
            throw new StateChangeFailed(
                    "The replay could not bring about the state \"%s\": it responded %d: %s"
                            .formatted(state, response.statusCode(), response.asString()),
                    "POST " + STATES,
                    "write a method annotated @State(\"%s\"), or teach the replay the state (Vendor.seed)"
                            .formatted(state));
        }
        return response.jsonPath().getMap("");
    }

    /** Lets time pass; all that becomes due is done when this returns, deliveries included. */
    public void advance(Duration time) {
        var response = post("/__treaty/clock", Map.of("advance", time.toString()));
        if (response.statusCode() != OK) {
            throw new AssertionError("the clock of the replay could not be advanced: " + response.asString());
        }
    }

    /** The bodies of the webhooks that the account has caused. */
    public List<String> webhookBodies() {
        return requests.get().get("/__treaty/webhooks").jsonPath().getList("deliveries.body", String.class);
    }

    private Response post(String path, Map<String, ?> body) {
        return requests.get().contentType("application/json").body(body).post(path);
    }
}
