package dev.treaty.stubs.stripe.generic;

import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Surface;
import java.util.Optional;

/**
 * The object below whose path another one is, e.g. the customer of {@code /v1/customers/{customerId}/tax_ids/{id}}.
 *
 * @param kind e.g. {@code "customer"}
 * @param parameter of the path, e.g. {@code "customerId"}
 */
record ParentResource(String kind, String parameter) {

    /** The parent of what an operation is about; empty if it has none. */
    static Optional<ParentResource> of(Operation operation) {
        var path = operation.path();
        var own = path.endsWith("}") ? path.substring(0, path.lastIndexOf('/')) : path;
        var end = own.lastIndexOf('}');
        if (end < 0) {
            return Optional.empty();
        }
        var start = own.lastIndexOf('{');
        return Surface.get()
                .operation("GET " + own.substring(0, end + 1))
                .map(read -> new ParentResource(read.kind(), own.substring(start + 1, end)));
    }

    String id(StripeRequest request) {
        return request.path(parameter);
    }

    /** Refuses a request below an object that does not exist; errors call it by its kind. */
    void check(StripeContext stripe, StripeRequest request) {
        stripe.loadParent(kind, id(request));
    }
}
