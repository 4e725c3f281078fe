package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import java.util.Optional;

/** A part of Twilio's API, such as messages. Has no state itself; all of it is in worlds. */
public interface TwilioFeature {

    /**
     * Adds its routes, e.g. {@code "GET /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json"}. A route that belongs to an account
     * calls it {@code {AccountSid}}; then the account has been checked when the handler runs. Routes below {@code /__treaty} control the
     * replay; what they cause, webhooks included, is done when they respond.
     */
    void addRoutes(RouteTable<RouteHandler> routes);

    /** What is done at a later time, by the name with which it is scheduled. */
    default Map<String, DueAction> dueActions() {
        return Map.of();
    }

    /** How its requests to the application are made, by their purpose. Usually {@link CallbackPolicy}s. */
    default Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of();
    }

    /**
     * Brings about a provider state.
     *
     * @return values for the state's parameters; empty if the feature does not know the state
     */
    default Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        return Optional.empty();
    }
}
