package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.payment.setup.SetupIntents;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A new Checkout Session, as a request describes it. */
final class SessionDraft {

    private static final Duration LIFE = Duration.ofHours(24);

    private final StripeContext stripe;
    private final StripeRequest request;
    private final ArrayNode items;
    private final String mode;

    SessionDraft(StripeContext stripe, StripeRequest request, ArrayNode items) {
        this.stripe = stripe;
        this.request = request;
        this.items = items;
        mode = request.text("mode");
    }

    /** The session, which is not kept yet. */
    ObjectNode session() {
        var session = stripe.draft(SessionUrls.KIND, Json.object());
        defaults(session);
        var params = request.params().deepCopy();
        params.remove("line_items");
        params.remove("ui_mode");
        CustomFields.complete(params);
        GivenFields.copy(params, session);
        session.put("mode", mode).put("status", "open").put("ui_mode", SessionRules.uiMode(request));
        session.set(SessionItems.FIELD, items);
        amounts(session);
        customer(session);
        for (var data : new String[] {"payment_intent_data", "subscription_data", "setup_intent_data"}) {
            if (request.params().path(data).isObject()) {
                session.set("_" + data, request.params().path(data));
            }
        }
        if (mode.equals("setup")) {
            session.put("setup_intent", setupIntent(session));
        }
        access(session);
        return session;
    }

    private void defaults(ObjectNode session) {
        session.putObject("metadata");
        session.putObject("payment_method_options");
        session.putArray("payment_method_types").add("card");
        session.putObject("custom_text")
                .putNull("after_submit")
                .putNull("shipping_address")
                .putNull("submit")
                .putNull("terms_of_service_acceptance");
        session.putObject("phone_number_collection").put("enabled", false);
        session.putObject("automatic_tax")
                .put("enabled", false)
                .putNull("liability")
                .putNull("provider")
                .putNull("status");
        session.put("expires_at", stripe.now() + LIFE.toSeconds());
        session.put("payment_method_collection", mode.equals("subscription") ? "always" : "if_required");
        if (mode.equals("payment")) {
            var data =
                    session.putObject("invoice_creation").put("enabled", false).putObject("invoice_data");
            for (var name : new String[] {"account_tax_ids", "custom_fields", "description", "footer", "issuer"}) {
                data.putNull(name);
            }
            data.putObject("metadata");
            data.putNull("rendering_options");
        }
    }

    private void amounts(ObjectNode session) {
        if (mode.equals("setup")) {
            session.put("payment_status", "no_payment_required");
            if (request.has("currency")) {
                session.put("currency", request.text("currency").toLowerCase(Locale.ROOT));
            }
            return;
        }
        SessionShipping.choose(stripe, session, request.params().path("shipping_options"));
        var discount = request.params().path("discounts").path(0);
        if (hasTrial()) {
            SessionItems.startFree(items);
        }
        session.set("currency", items.path(0).path("currency"));
        SessionItems.total(session, items, Json.object());
        Discounts.requireCustomer(stripe, request.params().path("discounts"), SessionItems.purchase(session));
        var coupon = SessionItems.coupon(stripe, discount, session, "discounts[0]");
        SessionItems.total(session, items, coupon);
        session.put("payment_status", "unpaid");
        if (discount.isObject()) {
            var row = session.putArray("discounts").addObject();
            row.set("coupon", orNull(discount.path("coupon")));
            row.set("promotion_code", orNull(discount.path("promotion_code")));
        }
    }

    private boolean hasTrial() {
        var data = request.params().path("subscription_data");
        return data.path("trial_period_days").asLong() > 0
                || data.path("trial_end").isNumber();
    }

    private void customer(ObjectNode session) {
        var id = request.text("customer");
        if (!id.isEmpty()) {
            var customer = stripe.load("customer", id, "customer");
            session.set("customer_details", details(customer.path("email").textValue(), null));
        } else if (request.has("customer_email")) {
            session.set("customer_details", details(request.text("customer_email"), null));
        }
        if (id.isEmpty() && !request.has("customer_creation")) {
            session.put("customer_creation", mode.equals("payment") ? "if_required" : "always");
        }
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? Json.object().nullNode() : value;
    }

    /** What a session knows about its customer. */
    static ObjectNode details(@Nullable String email, @Nullable String name) {
        var details = Json.object().putNull("address").putNull("business_name").put("email", email);
        details.putNull("individual_name").put("name", name).putNull("phone");
        details.put("tax_exempt", "none").putArray("tax_ids");
        return details;
    }

    private String setupIntent(ObjectNode session) {
        var fields = Json.object();
        if (request.params().path("setup_intent_data") instanceof ObjectNode data) {
            fields.setAll(data.deepCopy());
        }
        if (session.path("customer").isTextual()) {
            fields.set("customer", session.path("customer"));
        }
        fields.set("payment_method_types", session.path("payment_method_types"));
        var intent = SetupIntents.draft(stripe, fields);
        stripe.insert(intent);
        SessionEvents.remember(stripe, intent, session);
        return intent.path("id").asText();
    }

    private void access(ObjectNode session) {
        if (session.path("ui_mode").asText().equals("hosted_page")) {
            session.put("url", SessionUrls.page(stripe, session));
        } else {
            session.put("client_secret", session.path("id").asText() + "_secret_" + Ids.random(40));
        }
    }
}
