package dev.treaty.stubs.sendgrid.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;

/** A part of SendGrid's API. */
public interface SendGridFeature {

    /** Adds the requests that it answers. */
    void addRoutes(RouteTable<RouteHandler> routes);

    /** What it does later, by name. */
    default Map<String, DueAction> dueActions() {
        return Map.of();
    }

    /** How it sends requests to the application, by purpose. */
    default Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of();
    }

    /**
     * Brings about a provider state.
     *
     * @return whether it knows the state
     */
    default boolean seed(World world, String state, ObjectNode parameters) {
        return false;
    }
}
