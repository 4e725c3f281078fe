package dev.treaty.stubs.stripe.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.request.TypedParameters;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.FormTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that the replay makes to itself, as a client would. */
final class LocalRequests {

    private final StripeContext stripe;
    private final StripeRoutes routes;

    LocalRequests(StripeContext stripe, StripeRoutes routes) {
        this.stripe = stripe;
        this.routes = routes;
    }

    /**
     * The response to a request.
     *
     * @param route e.g. {@code "POST /v1/payment_intents/{id}/confirm"}
     * @param id in the path; empty if there is none
     * @param form names and values, e.g. {@code "automatic_payment_methods[enabled]": "true"}
     */
    ObjectNode send(String route, String id, Map<String, String> form) {
        var operation = Surface.get().operation(route).orElseThrow();
        var fields = new LinkedHashMap<String, List<String>>();
        form.forEach((name, value) -> fields.put(name, List.of(value)));
        var params = TypedParameters.of(operation, FormTree.withoutLists(fields), false);
        var path = id.isEmpty() ? Map.<String, String>of() : Map.of("id", id);
        var url = operation.path().replace("{id}", id);
        var request = new StripeRequest(route, url, path, params, "", null, false);
        return routes.answer(route).handler().handle(stripe, request);
    }

    /** Sends a request whose refusal is what is wanted. */
    void sendInVain(String route, String id, Map<String, String> form) {
        try {
            send(route, id, form);
        } catch (VendorError e) {
            if (!e.keepsChanges()) {
                throw e;
            }
        }
    }
}
