package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionCreation;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.intent.ConfirmOptions;
import dev.treaty.stubs.stripe.payment.intent.IntentConfirmation;
import dev.treaty.stubs.stripe.payment.intent.IntentDraft;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.stripe.payment.setup.SetupConfirmation;
import dev.treaty.stubs.vendor.world.Json;

/** Pays a session, subscribes, or sets up a card, with what the customer typed on the page. */
final class SessionPayment {

    private static final String CUSTOMER = "customer";
    private static final String SUBSCRIPTION = "_subscription";
    private static final String INTENT = "_payment_intent";

    private final SubscriptionCreation subscriptions;

    SessionPayment(SubscriptionCreation subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Tries it, and keeps what comes of it.
     *
     * @param session open; changed accordingly
     * @return the intent that the customer must act for, or else one that needs no action
     * @throws dev.treaty.stubs.vendor.VendorError if the card is declined
     */
    ObjectNode pay(StripeContext stripe, ObjectNode session, CustomerInput input) {
        session.set("customer_details", SessionDraft.details(input.email(), input.name()));
        return switch (session.path("mode").asText()) {
            case "subscription" -> subscribe(stripe, session, input);
            case "setup" -> setUp(stripe, session, input);
            default -> payOnce(stripe, session, input);
        };
    }

    private static ObjectNode payOnce(StripeContext stripe, ObjectNode session, CustomerInput input) {
        if (session.path("customer_creation").asText().equals("always") || SessionInvoice.isWanted(session)) {
            customer(stripe, session, input);
        }
        if (session.path("amount_total").asLong() == 0) {
            SessionEvents.complete(stripe, session, Json.object(), "no_payment_required");
            return Json.object();
        }
        var intent =
                stripe.find("payment_intent", session.path(INTENT).asText()).orElseGet(() -> intent(stripe, session));
        session.set(INTENT, intent.path("id"));
        session.set("payment_intent", intent.path("id"));
        stripe.save(session);
        return confirm(stripe, session, intent, input.paymentMethod(stripe));
    }

    private static ObjectNode intent(StripeContext stripe, ObjectNode session) {
        var fields = session.path("_payment_intent_data") instanceof ObjectNode data ? data.deepCopy() : Json.object();
        fields.set("amount", session.path("amount_total"));
        fields.set("currency", session.path("currency"));
        fields.set("payment_method_types", session.path("payment_method_types"));
        var customer = session.path(CUSTOMER).isTextual() ? session.path(CUSTOMER) : session.path("_customer");
        if (customer.isTextual()) {
            fields.set(CUSTOMER, customer);
        }
        var intent = stripe.insert(IntentDraft.of(stripe, fields));
        SessionEvents.remember(stripe, intent, session);
        return intent;
    }

    /** Takes the money; a session whose money is only reserved, or on its way, is complete as well. */
    private static ObjectNode confirm(StripeContext stripe, ObjectNode session, ObjectNode intent, ObjectNode method) {
        var options = new ConfirmOptions(false, false, SessionUrls.afterAuthentication(stripe, session));
        IntentConfirmation.attempt(stripe, intent, method, options).ifPresent(error -> {
            throw error.refusal().keepingChanges();
        });
        if (intent.path("status").asText().matches("requires_capture|processing")) {
            SessionEvents.complete(
                    stripe, stripe.load(SessionUrls.KIND, session.path("id").asText()), intent, "unpaid");
        }
        return intent;
    }

    private ObjectNode subscribe(StripeContext account, ObjectNode session, CustomerInput input) {
        var customer = customer(account, session, input);
        var stripe = TestClockTime.of(account, customer);
        var method = input.paymentMethod(stripe);
        PaymentMethodOwner.attach(stripe, method, customer.path("id").asText());
        var subscription = stripe.find(
                        "subscription", session.path(SUBSCRIPTION).asText())
                .orElseGet(() -> subscriptions.create(stripe, customer, subscriptionParams(session, method)));
        session.set(SUBSCRIPTION, subscription.path("id"));
        stripe.save(session);
        var invoice = stripe.load("invoice", subscription.path("latest_invoice").asText());
        if (!invoice.path("status").asText().equals("open")) {
            var due = invoice.path("amount_due").asLong();
            SessionEvents.complete(stripe, session, Json.object(), due == 0 ? "no_payment_required" : "paid");
            return Json.object();
        }
        var intent = stripe.load("payment_intent", invoice.path(INTENT).asText());
        SessionEvents.remember(stripe, intent, session);
        return confirm(stripe, session, intent, method);
    }

    private static ObjectNode subscriptionParams(ObjectNode session, ObjectNode method) {
        var params = session.path("_subscription_data") instanceof ObjectNode data ? data.deepCopy() : Json.object();
        params.set("default_payment_method", method.path("id"));
        params.put("payment_behavior", "default_incomplete");
        params.set("currency", session.path("currency"));
        var items = params.putArray("items");
        var once = params.putArray("add_invoice_items");
        for (var item : session.path(SessionItems.FIELD)) {
            var row = SessionItems.isRecurring(item) ? items.addObject() : once.addObject();
            row.set("price", item.path("price").path("id"));
            row.set("quantity", item.path("quantity"));
        }
        discounts(params, session.path("discounts"));
        return params;
    }

    private static void discounts(ObjectNode params, JsonNode discounts) {
        for (var discount : discounts) {
            var row = params.withArray("discounts").addObject();
            discount.properties().stream()
                    .filter(field -> field.getValue().isTextual())
                    .forEach(field -> row.set(field.getKey(), field.getValue()));
        }
    }

    private static ObjectNode setUp(StripeContext stripe, ObjectNode session, CustomerInput input) {
        var intent = stripe.load("setup_intent", session.path("setup_intent").asText());
        if (session.path("customer_creation").asText().equals("always")) {
            intent.set(CUSTOMER, customer(stripe, session, input).path("id"));
        }
        stripe.save(session);
        SetupConfirmation.attempt(
                        stripe, intent, input.paymentMethod(stripe), SessionUrls.afterAuthentication(stripe, session))
                .ifPresent(error -> {
                    throw error.refusal().keepingChanges();
                });
        return intent;
    }

    /** The session's customer; a new one if it has none. */
    private static ObjectNode customer(StripeContext stripe, ObjectNode session, CustomerInput input) {
        for (var field : new String[] {CUSTOMER, "_customer"}) {
            if (session.path(field).isTextual()) {
                return stripe.load(CUSTOMER, session.path(field).asText());
            }
        }
        var customer = stripe.create(
                CUSTOMER, Json.object().put("email", input.email()).put("name", input.name()));
        session.set("_customer", customer.path("id"));
        return customer;
    }
}
