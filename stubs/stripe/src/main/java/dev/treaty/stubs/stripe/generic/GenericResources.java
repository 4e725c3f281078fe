package dev.treaty.stubs.stripe.generic;

import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeHandler;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Surface;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of the data that no other part of the replay answers. What is created can be read, changed, listed, searched and
 * deleted; that is all it does.
 */
public final class GenericResources implements StripeFeature {

    /** Kinds that are nothing but data. */
    private static final String[] DATA = {
        "coupon",
        "file_link",
        "product_feature",
        "promotion_code",
        "radar.value_list",
        "radar.value_list_item",
        "shipping_rate",
        "tax_id",
        "tax_rate",
        "entitlements.feature",
        "billing_portal.configuration",
        "terminal.location",
        "apps.secret"
    };

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(DATA).page("GET " + AccessFields.PAGE, AccessFields::show);
        for (var operation : Surface.get().operations()) {
            if (Surface.get().object(operation.kind()).isPresent()) {
                routes.generic(
                        operation.route(),
                        handler(operation),
                        isSimulated(routes, operation),
                        retrieved(operation),
                        created(operation));
            }
        }
    }

    private static boolean isSimulated(StripeRoutes routes, Operation operation) {
        var role = OperationRole.of(operation);
        return routes.isSimulated(operation.kind()) && role != OperationRole.ACTION && role != OperationRole.SINGLETON;
    }

    private static @Nullable String retrieved(Operation operation) {
        return OperationRole.of(operation) == OperationRole.RETRIEVE
                        && ParentResource.of(operation).isEmpty()
                ? operation.kind()
                : null;
    }

    private static @Nullable String created(Operation operation) {
        return OperationRole.of(operation) == OperationRole.CREATE ? operation.kind() : null;
    }

    private static StripeHandler handler(Operation operation) {
        var resource = new GenericResource(operation);
        return switch (OperationRole.of(operation)) {
            case LIST -> resource::list;
            case SEARCH -> resource::search;
            case CREATE -> resource::create;
            case RETRIEVE -> resource::retrieve;
            case UPDATE -> resource::update;
            case DELETE -> resource::delete;
            case SINGLETON -> resource::singleton;
            case ACTION -> resource::act;
        };
    }
}
