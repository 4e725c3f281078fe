package dev.treaty.stubs.samsara.api;

import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import java.util.Map;

/** A part of Samsara. */
public interface SamsaraFeature {

    /** Adds where requests lead. */
    void addRoutes(RouteTable<RouteHandler> routes);

    /** What is done at a later time, by name. */
    default Map<String, DueAction> dueActions() {
        return Map.of();
    }

    /** How requests to the application are made, by purpose. */
    default Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of();
    }
}
