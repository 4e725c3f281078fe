package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.resource.ListQuery;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * PaymentMethods.
 *
 * @see <a href="https://docs.stripe.com/api/payment_methods">Stripe, PaymentMethods</a>
 */
public final class PaymentMethods implements StripeFeature {

    private static final String KIND = "payment_method";
    private static final String CUSTOMER = "customer";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .whenDeleted(CUSTOMER, PaymentMethods::detachAll)
                .on("POST /v1/payment_methods", PaymentMethods::create)
                .on("GET /v1/payment_methods", PaymentMethods::list)
                .on("GET /v1/payment_methods/{id}", PaymentMethods::retrieve)
                .on("POST /v1/payment_methods/{id}", PaymentMethods::update)
                .on("POST /v1/payment_methods/{id}/attach", PaymentMethods::attach)
                .on("POST /v1/payment_methods/{id}/detach", PaymentMethods::detach)
                .on("GET /v1/customers/{id}/payment_methods", PaymentMethods::listOfCustomer)
                .on("GET /v1/customers/{customerId}/payment_methods/{id}", PaymentMethods::retrieveOfCustomer);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        if (request.has(CUSTOMER)) {
            throw StripeError.invalid(
                            "You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the"
                                    + " PaymentMethod and then attach it using the attachment method of the PaymentMethods API.")
                    .refusal();
        }
        return NewPaymentMethod.of(stripe, request.params(), "", request.publishable());
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return ofPath(stripe, request.id());
    }

    private static ObjectNode ofPath(StripeContext stripe, String id) {
        return NewPaymentMethod.ready(stripe, id).orElseGet(() -> stripe.load(KIND, id));
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var customer = request.text(CUSTOMER);
        if (!customer.isEmpty()) {
            stripe.load(CUSTOMER, customer, CUSTOMER);
        }
        // Without a customer, Stripe lists none: those of nobody cannot be found again.
        return filtered(stripe.list(KIND).where(CUSTOMER, customer), request)
                .page(request.params(), "/v1/payment_methods");
    }

    private static ObjectNode listOfCustomer(StripeContext stripe, StripeRequest request) {
        var customer = request.id();
        stripe.load(CUSTOMER, customer);
        return filtered(stripe.list(KIND).where(CUSTOMER, customer), request)
                .page(request.params(), "/v1/customers/%s/payment_methods".formatted(customer));
    }

    private static ListQuery filtered(ListQuery query, StripeRequest request) {
        for (var filter : new String[] {"type", "allow_redisplay"}) {
            if (request.has(filter)) {
                query.matching(method -> Fields.text(method, filter).equals(request.text(filter)));
            }
        }
        return query;
    }

    private static ObjectNode retrieveOfCustomer(StripeContext stripe, StripeRequest request) {
        stripe.load(CUSTOMER, request.path("customerId"));
        var method = stripe.load(KIND, request.id());
        if (!Fields.text(method, CUSTOMER).equals(request.path("customerId"))) {
            throw StripeError.invalid(404, "No such PaymentMethod: '%s'".formatted(request.id()))
                    .code("resource_missing")
                    .param(KIND)
                    .refusal();
        }
        return method;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        if (!Fields.has(before, CUSTOMER)) {
            throw StripeError.invalid("You must save this PaymentMethod to a customer before you can update it.")
                    .refusal();
        }
        var after = before.deepCopy();
        var type = Fields.text(after, "type");
        Fields.take(after, request.params(), "allow_redisplay", "billing_details", "metadata", type);
        if (request.params().path("card").has("exp_year")
                || request.params().path("card").has("exp_month")) {
            CardInput.expiry(after.path("card"), YearMonth.from(stripe.instant().atZone(ZoneOffset.UTC)));
        }
        return stripe.update(before, after);
    }

    private static ObjectNode attach(StripeContext stripe, StripeRequest request) {
        var method = ofPath(stripe, request.id());
        var customer = request.text(CUSTOMER);
        if (customer.isEmpty()) {
            throw StripeError.invalid("Must provide customer or customer_account.")
                    .code("parameter_missing")
                    .refusal();
        }
        stripe.load(CUSTOMER, customer, CUSTOMER);
        PaymentMethodOwner.attach(stripe, method, customer);
        return method;
    }

    private static ObjectNode detach(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        var customer = Fields.text(before, CUSTOMER);
        if (customer.isEmpty()) {
            throw StripeError.invalid(
                            "The payment method you provided is not attached to a customer so detachment is impossible.")
                    .refusal();
        }
        var after = before.deepCopy().put("_spent", true);
        after.putNull(CUSTOMER);
        stripe.save(after);
        stripe.emit("payment_method.detached", before, after);
        stripe.find(CUSTOMER, customer).ifPresent(owner -> forget(stripe, owner, request.id()));
        return after;
    }

    /** The PaymentMethods of a customer that is gone belong to nobody, and cannot be used again. */
    private static void detachAll(StripeContext stripe, ObjectNode customer) {
        for (var before :
                stripe.list(KIND).where(CUSTOMER, Fields.text(customer, "id")).all()) {
            var after = before.deepCopy().put("_spent", true);
            after.putNull(CUSTOMER);
            stripe.save(after);
            stripe.emit("payment_method.detached", before, after);
        }
    }

    /** The customer's invoices can no longer be paid with it. */
    private static void forget(StripeContext stripe, ObjectNode customer, String method) {
        var after = customer.deepCopy();
        if (after.path("invoice_settings") instanceof ObjectNode settings
                && Fields.text(settings, "default_payment_method").equals(method)) {
            settings.putNull("default_payment_method");
            stripe.update(customer, after);
        }
    }
}
