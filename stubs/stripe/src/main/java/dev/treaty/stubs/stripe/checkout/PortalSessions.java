package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Sessions of the customer portal; the page shows the customer's subscriptions, and leads back.
 *
 * @see <a href="https://docs.stripe.com/api/customer_portal/sessions">Stripe, portal sessions</a>
 */
final class PortalSessions implements StripeFeature {

    private static final String KIND = "billing_portal.session";
    private static final String CONFIGURATION = "billing_portal.configuration";
    private static final String PATH = "/portal/";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/billing_portal/sessions", PortalSessions::create)
                .simulates(KIND)
                .page("GET " + PATH + "{id}", PortalSessions::show);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        if (request.text("customer").isEmpty()) {
            throw StripeError.missing("customer").refusal();
        }
        stripe.load("customer", request.text("customer"), "customer");
        var session = stripe.draft(KIND, Json.object());
        GivenFields.copy(request.params(), session);
        session.put("url", stripe.pageUrl(PATH + session.path("id").asText()));
        session.put("configuration", configuration(stripe, request.text("configuration")));
        stripe.save(session);
        stripe.emit("billing_portal.session.created", session);
        return session;
    }

    private static String configuration(StripeContext stripe, String given) {
        if (!given.isEmpty()) {
            return stripe.load(CONFIGURATION, given, "configuration").path("id").asText();
        }
        return stripe.list(CONFIGURATION).stream()
                .filter(each -> each.path("is_default").asBoolean())
                .findFirst()
                .orElseGet(() -> stripe.create(
                        CONFIGURATION, Json.object().put("active", true).put("is_default", true)))
                .path("id")
                .asText();
    }

    private static StubResponse show(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(KIND, request.id());
        var rows = new StringBuilder("<h1>Customer portal</h1>\n<ul>\n");
        stripe.list("subscription")
                .where("customer", session.path("customer").asText())
                .all()
                .forEach(subscription -> rows.append("<li>%s: %s</li>\n"
                        .formatted(
                                subscription.path("id").asText(),
                                subscription.path("status").asText())));
        rows.append("</ul>\n");
        var back = session.path("return_url").textValue();
        if (back != null) {
            rows.append("<p><a href=\"%s\">Return</a></p>\n".formatted(Html.escaped(back)));
        }
        return Html.page(200, "Customer portal", rows.toString());
    }
}
