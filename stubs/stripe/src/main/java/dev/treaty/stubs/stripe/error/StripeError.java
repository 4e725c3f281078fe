package dev.treaty.stubs.stripe.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of Stripe, before it is thrown: {@code throw StripeError.invalid("…").param("amount").refusal()}.
 *
 * @see <a href="https://docs.stripe.com/api/errors">Stripe, errors</a>
 */
public final class StripeError {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ObjectNode error = Json.object();

    private StripeError(int status, String type, String message) {
        this.status = status;
        error.put("message", message).put("type", type);
    }

    /** 400 {@code invalid_request_error}. */
    public static StripeError invalid(String message) {
        return new StripeError(400, INVALID_REQUEST, message);
    }

    /** An {@code invalid_request_error} with another status than 400. */
    public static StripeError invalid(int status, String message) {
        return new StripeError(status, INVALID_REQUEST, message);
    }

    /** 400: a parameter is missing. */
    public static StripeError missing(String param) {
        return invalid("Missing required param: %s.".formatted(param))
                .code("parameter_missing")
                .param(param);
    }

    /**
     * 402 {@code card_error}.
     *
     * @param code e.g. {@code "card_declined"}
     */
    public static StripeError card(String code, String message) {
        return new StripeError(402, "card_error", message).code(code);
    }

    /** 400 or 409 {@code idempotency_error}. */
    public static StripeError idempotency(int status, String message) {
        return new StripeError(status, "idempotency_error", message);
    }

    /** 401: the key is missing or wrong. */
    public static StripeError unauthenticated(String message) {
        return new StripeError(401, INVALID_REQUEST, message);
    }

    /** 403: the key may not do this. */
    public static StripeError forbidden(String message) {
        return new StripeError(403, INVALID_REQUEST, message);
    }

    /** 429: too many requests. */
    public static StripeError rateLimited(String message) {
        return new StripeError(429, INVALID_REQUEST, message).code("rate_limit");
    }

    /** Another status, of Stripe's own failures too. */
    public static StripeError of(int status, String type, String message) {
        return new StripeError(status, type, message);
    }

    /**
     * 400 {@code <kind>_unexpected_state}, with the object in the error.
     *
     * @param object the object as it is
     */
    public static StripeError unexpectedState(ObjectNode object, String message) {
        var kind = object.path("object").asText();
        return invalid(message).code(kind + "_unexpected_state").with(kind, object);
    }

    /** The parameter that is to blame, e.g. {@code "items[0][price]"}. */
    public StripeError param(String param) {
        return with("param", param);
    }

    /** The error's code, with a link to its documentation, e.g. {@code "resource_missing"}. */
    public StripeError code(String code) {
        return with("code", code).with("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }

    /** Why the bank declined, e.g. {@code "insufficient_funds"}. */
    public StripeError declineCode(String declineCode) {
        return with("decline_code", declineCode);
    }

    /** What may be done about it, e.g. {@code "try_again_later"}. */
    public StripeError adviceCode(String adviceCode) {
        return with("advice_code", adviceCode);
    }

    /** A further field of the error. */
    public StripeError with(String field, String value) {
        error.put(field, value);
        return this;
    }

    /** A further field of the error, such as the object that it is about. */
    public StripeError with(String field, JsonNode value) {
        error.set(field, value.deepCopy());
        return this;
    }

    /** A header of the response, e.g. {@code Stripe-Should-Retry}. */
    public StripeError header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The error as it is stored in objects, e.g. as {@code last_payment_error}. */
    public ObjectNode toJson() {
        return error.deepCopy();
    }

    /** As a response. */
    public StubResponse toResponse() {
        var body = Json.object();
        body.set("error", error);
        var all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        return StubResponse.of(status, all, Json.bytes(body));
    }

    /**
     * To be thrown. What the request changed before is taken back, unless {@link VendorError#keepingChanges()} is asked for.
     */
    public VendorError refusal() {
        return new VendorError(toResponse());
    }
}
