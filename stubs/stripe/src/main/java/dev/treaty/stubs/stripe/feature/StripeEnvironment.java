package dev.treaty.stubs.stripe.feature;

import dev.treaty.stubs.stripe.event.EventCause;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;

/**
 * What all accounts share.
 *
 * @param routes what the parts of the replay do
 * @param webhooks where events are sent in addition to what accounts register
 */
public record StripeEnvironment(StripeRoutes routes, List<URI> webhooks) {

    public StripeEnvironment {
        webhooks = List.copyOf(webhooks);
    }

    /** An account at its world's time. */
    public StripeContext context(World world, EventCause cause) {
        return StripeContext.of(world, routes, webhooks, cause);
    }
}
