package dev.treaty.stubs.stripe.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.method.CustomerCards;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Locale;

/**
 * Customers. A deleted one can still be read, as {@code {id, object, deleted}}, and nothing else.
 *
 * @see <a href="https://docs.stripe.com/api/customers">Stripe, customers</a>
 */
public final class CustomerFeature implements StripeFeature {

    private static final String CUSTOMER = "customer";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(CUSTOMER, CreditBalance.TRANSACTION, "tax_id")
                .retrieve("GET /v1/customers/{id}", CUSTOMER, CustomerFeature::retrieve)
                .on("POST /v1/customers/{id}/balance_transactions", CustomerFeature::adjustBalance)
                .on("POST /v1/customers/{id}/tax_ids", CustomerTaxIds::create)
                .on("DELETE /v1/customers/{id}/discount", CustomerFeature::deleteDiscount)
                .include(CUSTOMER, "tax_ids", (stripe, customer) -> list(stripe, customer, "tax_id", "tax_ids"))
                .include(
                        CUSTOMER,
                        "sources",
                        (stripe, customer) ->
                                CustomerCards.page(stripe, customer.path("id").asText(), Json.object()))
                .include(
                        CUSTOMER,
                        "subscriptions",
                        (stripe, customer) -> list(stripe, customer, "subscription", "subscriptions"))
                .defaults(CUSTOMER, CustomerFeature::complete);
    }

    private static void complete(ObjectNode customer) {
        customer.put("invoice_prefix", Ids.random(8).toUpperCase(Locale.ROOT))
                .put("next_invoice_sequence", 1)
                .put("delinquent", false)
                .put("tax_exempt", "none");
        customer.putArray("preferred_locales");
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return stripe.findEvenIfDeleted(CUSTOMER, request.id()).orElseGet(() -> stripe.load(CUSTOMER, request.id()));
    }

    private static ObjectNode list(StripeContext stripe, ObjectNode customer, String kind, String field) {
        var id = customer.path("id").asText();
        return stripe.list(kind).where(CUSTOMER, id).page(Json.object(), "/v1/customers/%s/%s".formatted(id, field));
    }

    /** A positive amount is owed by the customer, a negative one is credit. */
    private static ObjectNode adjustBalance(StripeContext stripe, StripeRequest request) {
        var fields = Json.object()
                .put("type", "adjustment")
                .put("currency", request.text("currency").toLowerCase(Locale.ROOT));
        for (var field : List.of("description", "metadata")) {
            if (request.has(field)) {
                fields.set(field, request.params().path(field));
            }
        }
        return CreditBalance.change(
                stripe, stripe.loadParent(CUSTOMER, request.id()), request.number("amount"), fields);
    }

    private static ObjectNode deleteDiscount(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(CUSTOMER, request.id());
        var discount = before.path("discount");
        if (!discount.isObject()) {
            throw StripeError.invalid(404, "No active discount for customer: " + request.id())
                    .code("resource_missing")
                    .refusal();
        }
        var after = before.deepCopy();
        after.putNull("discount");
        stripe.update(before, after);
        return Json.object()
                .put("id", discount.path("id").asText())
                .put("object", "discount")
                .put("deleted", true);
    }
}
