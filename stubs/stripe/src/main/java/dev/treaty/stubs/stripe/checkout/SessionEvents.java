package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/** What becomes of a session when its intent has succeeded, at once, after 3-D Secure, or days later. */
final class SessionEvents implements StripeFeature {

    private static final String KEY = "stripe-checkout-of/";

    private final SessionInvoice invoices;

    SessionEvents(SessionInvoice invoices) {
        this.invoices = invoices;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.whenEmitted("payment_intent.succeeded", this::paid)
                .whenEmitted("payment_intent.payment_failed", SessionEvents::failed)
                .whenEmitted("setup_intent.succeeded", SessionEvents::setUp);
    }

    /** Remembers which session an intent is for. */
    static void remember(StripeContext stripe, ObjectNode intent, ObjectNode session) {
        stripe.world()
                .setValue(
                        KEY + intent.path("id").asText(),
                        Json.object().put("session", session.path("id").asText()));
    }

    private static Optional<ObjectNode> session(StripeContext stripe, ObjectNode intent) {
        return stripe.world()
                .value(KEY + intent.path("id").asText())
                .flatMap(value ->
                        stripe.find(SessionUrls.KIND, value.path("session").asText()));
    }

    private void paid(StripeContext stripe, ObjectNode intent) {
        session(stripe, intent).ifPresent(session -> {
            if (session.path("status").asText().equals("open")) {
                invoices.create(stripe, session, intent);
                complete(stripe, session, intent, "paid");
            } else if (session.path("payment_status").asText().equals("unpaid")) {
                invoices.create(stripe, session, intent);
                stripe.save(session.put("payment_status", "paid"));
                stripe.emit("checkout.session.async_payment_succeeded", session);
            }
        });
    }

    private static void failed(StripeContext stripe, ObjectNode intent) {
        session(stripe, intent)
                .filter(session -> session.path("status").asText().equals("complete"))
                .ifPresent(session -> stripe.emit("checkout.session.async_payment_failed", session));
    }

    private static void setUp(StripeContext stripe, ObjectNode intent) {
        session(stripe, intent)
                .filter(session -> session.path("status").asText().equals("open"))
                .ifPresent(session -> complete(stripe, session, intent, "no_payment_required"));
    }

    /**
     * Completes an open session.
     *
     * @param intent its PaymentIntent or SetupIntent; an empty object if it needs none
     */
    static void complete(StripeContext stripe, ObjectNode session, ObjectNode intent, String paymentStatus) {
        session.put("status", "complete").put("payment_status", paymentStatus).putNull("url");
        if (session.path("mode").asText().equals("payment") && intent.has("id")) {
            session.set("payment_intent", intent.path("id"));
        }
        if (session.path("_customer").isTextual()) {
            session.set("customer", session.path("_customer"));
        }
        if (session.path("_subscription").isTextual()) {
            session.set("subscription", session.path("_subscription"));
            stripe.find("subscription", session.path("_subscription").asText())
                    .ifPresent(subscription -> session.set("invoice", subscription.path("latest_invoice")));
        }
        if (session.path("mode").asText().equals("payment")
                && !(SessionInvoice.isWanted(session) && intent.has("id"))) {
            Discounts.count(stripe, session.path("discounts")); // otherwise its subscription or invoice does
        }
        session.putObject("collected_information")
                .putNull("business_name")
                .putNull("individual_name")
                .putNull("shipping_details");
        stripe.save(session);
        stripe.emit("checkout.session.completed", session);
    }
}
