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
     * @param delivery on which it may depend, e.g. on its URL
     * @param attempts how many attempts are over, at least 1
     */
    Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result);

    /** Called when it was delivered, or given up. */
    default void completed(World world, Delivery delivery, DeliveryResult result) {}
}
