package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters are checked.
 *
 * @param route e.g. {@code "POST /v1/payment_intents/{id}/capture"}
 * @param url its path as it was sent, e.g. {@code "/v1/payment_intents/pi_42/capture"}
 * @param path the parameters of the path, decoded, by name
 * @param params of query or form, typed by the data; what was cleared is null
 * @param requestId e.g. {@code "req_8sGwMtaQZPGpzW"}
 * @param idempotencyKey null if the request has none
 * @param publishable whether it was made with a publishable key, by a browser
 */
public record StripeRequest(
        String route,
        String url,
        Map<String, String> path,
        ObjectNode params,
        String requestId,
        @Nullable String idempotencyKey,
        boolean publishable) {

    /** The same request with other parameters. */
    public StripeRequest with(ObjectNode others) {
        return new StripeRequest(route, url, path, others, requestId, idempotencyKey, publishable);
    }

    /** The parameter {@code id} of the path. */
    public String id() {
        return path("id");
    }

    /** A parameter of the path. */
    public String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route + " has no parameter " + name);
        }
        return value;
    }

    /** Whether a parameter is given, even if it is null because it is to be cleared. */
    public boolean has(String param) {
        return params.has(param);
    }

    /** A parameter as text; empty if it is not given or null. */
    public String text(String param) {
        var value = params.path(param);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** A parameter as a number; 0 if it is not given. */
    public long number(String param) {
        return params.path(param).asLong();
    }

    /** A parameter as a boolean; false if it is not given. */
    public boolean flag(String param) {
        return params.path(param).asBoolean();
    }
}
