package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;

/**
 * Checkout Sessions: open → complete or expired.
 *
 * @see <a href="https://docs.stripe.com/api/checkout/sessions">Stripe, Checkout Sessions</a>
 */
final class CheckoutSessions implements StripeFeature {

    private static final String KIND = SessionUrls.KIND;
    private static final String EXPIRE = "checkout.session.expire";
    private static final String URL = "/v1/checkout/sessions";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST " + URL, CheckoutSessions::create)
                .on("GET " + URL, CheckoutSessions::list)
                .on("POST " + URL + "/{id}", CheckoutSessions::update)
                .on("POST " + URL + "/{id}/expire", CheckoutSessions::expire)
                .on("GET " + URL + "/{id}/line_items", CheckoutSessions::lineItems)
                .include(
                        KIND,
                        "line_items",
                        (stripe, session) -> SessionItems.page(session, Json.object(), itemsUrl(session)))
                .simulates(KIND, "item")
                .due(EXPIRE, CheckoutSessions::expireByClock);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        SessionRules.check(stripe, request);
        var items = SessionItems.create(stripe, request.params().path("line_items"), request.text("currency"));
        if (!request.text("mode").equals("setup")) {
            SessionItems.check(items, request.text("mode"));
        }
        var session = new SessionDraft(stripe, request, items).session();
        SessionRules.checkTotal(session);
        return open(stripe, session);
    }

    /** Keeps a new session, until it expires. */
    static ObjectNode open(StripeContext stripe, ObjectNode session) {
        stripe.save(session);
        stripe.schedule(
                Instant.ofEpochSecond(session.path("expires_at").asLong()),
                EXPIRE,
                Json.object().put("session", session.path("id").asText()));
        return session;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(KIND, request.id());
        var before = session.deepCopy();
        GivenFields.copy(request.params(), session);
        stripe.update(before, session);
        return session;
    }

    private static ObjectNode expire(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(KIND, request.id());
        var status = session.path("status").asText();
        if (!status.equals("open")) {
            throw StripeError.invalid(
                            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `%s`."
                                    .formatted(status))
                    .refusal();
        }
        return expired(stripe, session);
    }

    private static void expireByClock(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, data.path("session").asText())
                .filter(session -> session.path("status").asText().equals("open"))
                .ifPresent(session -> expired(stripe, session));
    }

    private static ObjectNode expired(StripeContext stripe, ObjectNode session) {
        session.put("status", "expired").putNull("url");
        stripe.save(session);
        stripe.emit("checkout.session.expired", session);
        return session;
    }

    private static ObjectNode lineItems(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(KIND, request.id());
        return SessionItems.page(session, request.params(), itemsUrl(session));
    }

    private static String itemsUrl(ObjectNode session) {
        return URL + "/" + session.path("id").asText() + "/line_items";
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var params = request.params().deepCopy();
        var email = params.path("customer_details").path("email").asText("");
        params.remove("customer_details");
        var list = ListFilters.apply(params, stripe.list(KIND));
        if (!email.isEmpty()) {
            list.matching(session ->
                    session.path("customer_details").path("email").asText().equalsIgnoreCase(email));
        }
        return list.page(request.params(), URL);
    }
}
