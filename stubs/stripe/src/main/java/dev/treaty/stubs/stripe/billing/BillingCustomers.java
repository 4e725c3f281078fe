package dev.treaty.stubs.stripe.billing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.billing.testclock.TestClocks;
import dev.treaty.stubs.stripe.customer.CreditBalance;
import dev.treaty.stubs.stripe.customer.CustomerTaxIds;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.payment.method.CustomerCards;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.world.Json;

/** What customers are to billing: at the time of a test clock, with a payment method that their invoices are paid with. */
final class BillingCustomers implements StripeFeature {

    private static final String KIND = "customer";
    private static final String METHOD = "payment_method";
    private static final String DEFAULT_METHOD = "invoice_settings[default_payment_method]";

    @Override
    public void register(StripeRoutes routes) {
        routes.create("POST /v1/customers", KIND, BillingCustomers::create)
                .on("POST /v1/customers/{id}", BillingCustomers::update);
    }

    private static ObjectNode create(StripeContext account, StripeRequest request) {
        var stripe = TestClocks.ofNewCustomer(account, request.params());
        var customer = stripe.draft(KIND, Json.object());
        if (!request.has(METHOD)) {
            GivenFields.copy(request.params(), customer);
            checkDefault(stripe, customer, request.params());
            stripe.insert(customer);
            CustomerTaxIds.createAll(stripe, customer, request.params().path("tax_id_data"));
            return withSource(stripe, customer, request);
        }
        var method = PaymentMethodOwner.named(stripe, request.text(METHOD), METHOD);
        GivenFields.copy(withMethod(request, method), customer);
        stripe.insert(customer);
        CustomerTaxIds.createAll(stripe, customer, request.params().path("tax_id_data"));
        PaymentMethodOwner.attach(stripe, method, customer.path("id").asText());
        return withSource(stripe, customer, request);
    }

    /** Gives the customer the card of a token, as it was done before there were payment methods. */
    private static ObjectNode withSource(StripeContext stripe, ObjectNode customer, StripeRequest request) {
        if (request.text("source").isEmpty()) {
            return customer;
        }
        CustomerCards.add(stripe, customer, request.text("source"));
        return stripe.load(KIND, customer.path("id").asText());
    }

    /** The payment method and the customer's default may be named by the same text, such as {@code "pm_card_visa"}. */
    private static ObjectNode withMethod(StripeRequest request, ObjectNode method) {
        var params = request.params().deepCopy();
        var settings = params.path("invoice_settings");
        if (settings.path("default_payment_method").asText().equals(request.text(METHOD))) {
            ((ObjectNode) settings).set("default_payment_method", method.path("id"));
        }
        return params;
    }

    private static void checkDefault(StripeContext stripe, ObjectNode customer, ObjectNode params) {
        var id = params.path("invoice_settings").path("default_payment_method").asText("");
        if (id.isEmpty()
                || params.path("invoice_settings")
                        .path("default_payment_method")
                        .isNull()) {
            return;
        }
        var method = stripe.load(METHOD, id, DEFAULT_METHOD);
        if (!method.path(KIND).equals(customer.path("id"))) {
            throw StripeError.invalid(
                            "The customer does not have a payment method with the ID %s. The payment method must be attached to the customer."
                                    .formatted(id))
                    .code("resource_missing")
                    .param(DEFAULT_METHOD)
                    .refusal();
        }
    }

    private static ObjectNode update(StripeContext account, StripeRequest request) {
        var before = account.load(KIND, request.id());
        var stripe = TestClockTime.of(account, before);
        var after = before.deepCopy();
        GivenFields.copy(request.params(), after);
        checkDefault(stripe, after, request.params());
        after.set("balance", before.path("balance"));
        var updated = stripe.update(before, after);
        var change =
                request.params().path("balance").asLong(before.path("balance").asLong())
                        - before.path("balance").asLong();
        if (change != 0) {
            CreditBalance.change(stripe, updated, change, CreditBalance.adjustment(updated));
            updated = stripe.load(KIND, request.id());
        }
        if (!request.text("source").isEmpty()) {
            CustomerCards.replaceDefault(stripe, updated, request.text("source"));
        }
        return stripe.load(KIND, request.id());
    }
}
