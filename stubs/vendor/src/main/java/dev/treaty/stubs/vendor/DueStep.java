package dev.treaty.stubs.vendor;

import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.world.DueItem;
import java.time.Instant;
import java.util.Map;

/** What was taken from a world's queue. */
sealed interface DueStep {

    /** An action, which is done already. */
    record Done() implements DueStep {}

    /**
     * A delivery, to be sent now.
     *
     * @param at the world's time of it; a delivery takes no time in the world, however long the application takes to respond
     * @param headers of the request
     */
    record Send(DueItem item, Instant at, Delivery delivery, Map<String, String> headers) implements DueStep {}
}
