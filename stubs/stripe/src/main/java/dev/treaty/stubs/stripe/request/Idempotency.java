package dev.treaty.stubs.stripe.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Responses that are given again to a request with the same key, for a day.
 *
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Stripe, idempotent requests</a>
 */
public final class Idempotency {

    private static final ObjectKind KIND = new ObjectKind("treaty-idempotency-key", "key", List.of(), 100_000);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_LENGTH = 255;

    /** Of a stored response whose request is known in part. */
    private static final String FOR_ALL = "forAll";

    private final World world;
    private final String key;

    /**
     * A key in a world.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if it is too long
     */
    public Idempotency(World world, String key) {
        if (key.length() > MAX_LENGTH) {
            throw StripeError.invalid("Idempotency keys can be at most %d characters, but you passed one with %d."
                            .formatted(MAX_LENGTH, key.length()))
                    .refusal();
        }
        this.world = world;
        this.key = key;
    }

    /**
     * The response that the key's first request had.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 {@code idempotency_error} if that was another request
     */
    public Optional<StubResponse> replay(String path, ObjectNode params) {
        var stored = world.objects(KIND)
                .find(key)
                .filter(found ->
                        found.path("at").asLong() > world.now().minus(KEPT).toEpochMilli());
        stored.ifPresent(found -> refuseOther(found, path, params));
        return stored.map(Idempotency::response);
    }

    private void refuseOther(ObjectNode stored, String path, ObjectNode params) {
        var before = stored.path("path").asText();
        if (!before.equals(path)) {
            throw StripeError.idempotency(
                            400,
                            "Keys for idempotent requests can only be used for the same endpoint they were first used for ('%s' vs '%s'). Try using a key other than '%s' if you meant to execute a different request."
                                    .formatted(path, before, key))
                    .refusal();
        }
        if (!isSame(stored, params)) {
            throw StripeError.idempotency(
                            400,
                            "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '%s' if you meant to execute a different request."
                                    .formatted(key))
                    .refusal();
        }
    }

    private static boolean isSame(ObjectNode stored, ObjectNode params) {
        var before = stored.path("params");
        return stored.has(FOR_ALL)
                ? before.properties().stream()
                        .allMatch(param -> param.getValue().equals(params.path(param.getKey())))
                : before.equals(params);
    }

    private static StubResponse response(ObjectNode stored) {
        var headers = new LinkedHashMap<String, String>();
        stored.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        headers.put("Idempotent-Replayed", "true");
        headers.put("Original-Request", stored.path("request").asText());
        return StubResponse.of(
                stored.path("status").asInt(),
                headers,
                stored.path("body").asText().getBytes(UTF_8));
    }

    /**
     * Keeps the response of a first request of which only some parameters are known.
     *
     * @param known those that a request must have to be the same
     */
    public void keepForAll(String path, ObjectNode known, StubResponse response) {
        world.objects(KIND)
                .put(stored(path, known, "req_" + Ids.random(14), response).put(FOR_ALL, true));
    }

    /** Keeps the response of the key's first request. */
    public void keep(String path, ObjectNode params, String requestId, StubResponse response) {
        world.objects(KIND).put(stored(path, params, requestId, response));
    }

    private ObjectNode stored(String path, ObjectNode params, String requestId, StubResponse response) {
        var stored = Json.object()
                .put("key", key)
                .put("at", world.now().toEpochMilli())
                .put("path", path)
                .put("request", requestId)
                .put("status", response.status())
                .put("body", new String(response.body(), UTF_8));
        stored.set("params", params);
        var headers = stored.putObject("headers");
        response.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        return stored;
    }
}
