package dev.treaty.stubs.stripe.request;

import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/**
 * Trouble that a provider state asked for: the next request to which it applies is refused, those after it are not.
 *
 * @see <a href="https://docs.stripe.com/rate-limits">Stripe, rate limits</a>
 */
public final class Refusals {

    private static final String LIMITED = "stripe-limited";
    private static final String LOCKED = "stripe-locked";

    private Refusals() {}

    /** Has the next request with this idempotency key exceed the rate limit. */
    public static void limitNext(World world, String idempotencyKey) {
        world.setValue(LIMITED, Json.object().put("key", idempotencyKey));
    }

    /** Has the next request about an object find it locked by another request. */
    public static void lock(World world, String id) {
        world.setValue(LOCKED, Json.object().put("id", id));
    }

    /**
     * Refuses a request to which trouble applies.
     *
     * @param idempotencyKey empty if there is none
     * @throws dev.treaty.stubs.vendor.VendorError 429
     */
    public static void check(World world, String path, String idempotencyKey) {
        var limited = world.value(LIMITED);
        if (limited.isPresent() && limited.get().path("key").asText().equals(idempotencyKey)) {
            world.setValue(LIMITED, null);
            throw StripeError.rateLimited("Request rate limit exceeded.")
                    .refusal()
                    .keepingChanges();
        }
        var locked = world.value(LOCKED);
        if (locked.isPresent()
                && List.of(path.split("/", -1)).contains(locked.get().path("id").asText())) {
            world.setValue(LOCKED, null);
            throw StripeError.invalid(
                            429,
                            "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.")
                    .code("lock_timeout")
                    .header("Stripe-Should-Retry", "true")
                    .refusal()
                    .keepingChanges();
        }
    }
}
