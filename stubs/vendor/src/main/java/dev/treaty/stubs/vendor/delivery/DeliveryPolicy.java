package dev.treaty.stubs.vendor.delivery;

import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a vendor makes deliveries of one purpose. */
public interface DeliveryPolicy {

    /** The headers of one attempt, signed at the world's time. */
    Map<String, String> headers(World world, Delivery delivery);

    /**
     * When to try again after an attempt that failed; empty to give up.
     *
     * @param attempts how many attempts are over, at least 1
     */
    Optional<Duration> retryAfter(int attempts, DeliveryResult result);

    /** As {@link #retryAfter(int, DeliveryResult)}, for vendors where it depends on the delivery, e.g. on its URL. */
    default Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
        return retryAfter(attempts, result);
    }

    /** Called when it was delivered, or given up. */
    default void completed(World world, Delivery delivery, DeliveryResult result) {}
}
