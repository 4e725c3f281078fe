package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * Payment links: each visit makes a Checkout Session.
 *
 * @see <a href="https://docs.stripe.com/api/payment-link">Stripe, payment links</a>
 */
final class PaymentLinks implements StripeFeature {

    private static final String KIND = "payment_link";
    private static final String PATH = "/links/";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/payment_links", PaymentLinks::create)
                .on("GET /v1/payment_links/{id}/line_items", PaymentLinks::lineItems)
                .include(KIND, "line_items", (stripe, link) -> SessionItems.page(link, Json.object(), itemsUrl(link)))
                .simulates(KIND)
                .page("GET " + PATH + "{id}", PaymentLinks::visit);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var items = SessionItems.create(stripe, request.params().path("line_items"), request.text("currency"));
        var link = stripe.draft(KIND, Json.object().put("active", true).put("customer_creation", "if_required"));
        defaults(stripe, link);
        var params = request.params().deepCopy();
        params.remove("line_items");
        CustomFields.complete(params);
        GivenFields.copy(params, link);
        link.set(SessionItems.FIELD, items);
        link.set("currency", items.path(0).path("currency"));
        return stripe.insert(link);
    }

    private static void defaults(StripeContext stripe, ObjectNode link) {
        link.put("url", stripe.pageUrl(PATH + link.path("id").asText()));
        link.put("billing_address_collection", "auto").put("payment_method_collection", "always");
        link.put("submit_type", "auto").putNull("payment_method_types");
        link.putObject("metadata");
        var completion = link.putObject("after_completion");
        completion.putObject("hosted_confirmation").putNull("custom_message");
        completion.put("type", "hosted_confirmation");
    }

    private static ObjectNode lineItems(StripeContext stripe, StripeRequest request) {
        var link = stripe.load(KIND, request.id());
        return SessionItems.page(link, request.params(), itemsUrl(link));
    }

    private static String itemsUrl(ObjectNode link) {
        return "/v1/payment_links/" + link.path("id").asText() + "/line_items";
    }

    private static StubResponse visit(StripeContext stripe, StripeRequest request) {
        var link = stripe.load(KIND, request.id());
        if (!link.path("active").asBoolean()) {
            return Html.page(404, "Payment link", "<h1>The link is no longer active</h1>");
        }
        var params = Json.object();
        var recurring = link.path(SessionItems.FIELD).valueStream().anyMatch(SessionItems::isRecurring);
        params.put("mode", recurring ? "subscription" : "payment");
        for (var name :
                new String[] {"metadata", "allow_promotion_codes", "payment_intent_data", "subscription_data"}) {
            if (link.path(name).isObject() || link.path(name).isBoolean()) {
                params.set(name, link.path(name));
            }
        }
        var redirect =
                link.path("after_completion").path("redirect").path("url").asText("");
        if (!redirect.isEmpty()) {
            params.put("success_url", redirect);
        }
        var asked = new StripeRequest(
                "POST /v1/checkout/sessions",
                "/v1/checkout/sessions",
                Map.of(),
                params,
                request.requestId(),
                null,
                false);
        var items =
                SessionItems.create(stripe, rows(link), link.path("currency").asText());
        var session = new SessionDraft(stripe, asked, items).session();
        session.set(KIND, link.path("id"));
        return Html.redirect(CheckoutSessions.open(stripe, session).path("url").asText());
    }

    private static JsonNode rows(ObjectNode link) {
        var rows = Json.object().putArray("rows");
        link.path(SessionItems.FIELD).forEach(item -> {
            var row = rows.addObject();
            row.set("price", item.path("price").path("id"));
            row.set("quantity", item.path("quantity"));
        });
        return rows;
    }
}
