package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.billing.catalog.MoneyText;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;

/**
 * The page of a Checkout Session: what is bought, a form to pay with any test card, and buttons for other outcomes. Posting the form
 * without fields pays with 4242 4242 4242 4242.
 */
final class SessionPages implements StripeFeature {

    private static final String PATH = SessionUrls.PATH;
    private static final String DECLINED = "4000000000000002";
    private static final String AUTHENTICATED = "4000002760003184";

    private final SessionPayment payment;

    SessionPages(SessionPayment payment) {
        this.payment = payment;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.page("GET " + PATH + "{id}", SessionPages::show)
                .page("POST " + PATH + "{id}", this::pay)
                .page("POST " + PATH + "{id}/pay", this::pay)
                .page("POST " + PATH + "{id}/cancel", SessionPages::cancel)
                .page("GET " + PATH + "{id}/return", SessionPages::comeBack);
    }

    private static StubResponse show(StripeContext stripe, StripeRequest request) {
        return form(stripe, stripe.load(SessionUrls.KIND, request.id()), 200, "");
    }

    private StubResponse pay(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(SessionUrls.KIND, request.id());
        if (!isOpen(session)) {
            return form(stripe, session, 400, "");
        }
        try {
            redeem(stripe, session, request.text("promotion_code"));
            var intent = payment.pay(stripe, session, CustomerInput.of(request, session));
            var action = intent.path("next_action")
                    .path("redirect_to_url")
                    .path("url")
                    .asText("");
            return action.isEmpty() ? leave(stripe, request.id()) : Html.redirect(action);
        } catch (VendorError declined) {
            if (session.path("mode").asText().equals("subscription")) {
                stripe.world().discard(); // there is no subscription unless it is paid
            }
            var message = Json.parse(declined.response().body())
                    .path("error")
                    .path("message")
                    .asText();
            return form(stripe, stripe.load(SessionUrls.KIND, request.id()), 402, message);
        }
    }

    private static void redeem(StripeContext stripe, ObjectNode session, String text) {
        if (text.isEmpty() || !session.path("allow_promotion_codes").asBoolean()) {
            return;
        }
        var code = stripe
                .list("promotion_code")
                .matching(each -> each.path("active").asBoolean()
                        && each.path("code").asText().equalsIgnoreCase(text)
                        && isFor(each.path("customer"), session.path("customer")))
                .stream()
                .findFirst()
                .orElseThrow(() -> StripeError.invalid("This code is invalid.").refusal());
        var discount = Json.object();
        discount.set("promotion_code", code.path("id"));
        var coupon = SessionItems.coupon(stripe, discount, session, "promotion_code");
        SessionItems.total(session, session.path(SessionItems.FIELD), coupon);
        session.putArray("discounts").add(discount.putNull("coupon"));
    }

    private static boolean isFor(JsonNode only, JsonNode customer) {
        return !only.isTextual() || only.equals(customer);
    }

    /** Goes where the seller wants the customer to go. */
    private static StubResponse leave(StripeContext stripe, String id) {
        var session = stripe.load(SessionUrls.KIND, id);
        var url = session.path("success_url").asText(session.path("return_url").asText(""));
        return url.isEmpty() || url.equals("null")
                ? form(stripe, session, 200, "")
                : Html.redirect(url.replace("{CHECKOUT_SESSION_ID}", id));
    }

    private static StubResponse cancel(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(SessionUrls.KIND, request.id());
        var url = session.path("cancel_url").textValue();
        return url == null
                ? form(stripe, session, 200, "")
                : Html.redirect(url.replace("{CHECKOUT_SESSION_ID}", request.id()));
    }

    private static StubResponse comeBack(StripeContext stripe, StripeRequest request) {
        var session = stripe.load(SessionUrls.KIND, request.id());
        return isOpen(session)
                ? form(
                        stripe,
                        session,
                        402,
                        "We are unable to authenticate your payment method. Please choose another one.")
                : leave(stripe, request.id());
    }

    private static boolean isOpen(ObjectNode session) {
        return session.path("status").asText().equals("open");
    }

    private static StubResponse form(StripeContext stripe, ObjectNode session, int status, String error) {
        if (!isOpen(session)) {
            var complete = session.path("status").asText().equals("complete");
            return Html.page(
                    status,
                    "Checkout",
                    complete
                            ? "<h1>You're all done here</h1><p>This Checkout Session is complete.</p>"
                            : "<h1>This page has expired</h1><p>The Checkout Session cannot be paid any more.</p>");
        }
        var body = new StringBuilder("<h1>Checkout</h1>\n").append(items(session));
        if (!error.isEmpty()) {
            body.append("<p role=\"alert\">").append(Html.escaped(error)).append("</p>\n");
        }
        body.append(fields(stripe, session));
        if (CustomerInput.typeOf(session).equals("card")) {
            body.append(button(stripe, session, "/pay", DECLINED, "Try a card that is declined"));
            body.append(button(stripe, session, "/pay", AUTHENTICATED, "Use a card with 3-D Secure"));
        }
        if (session.path("cancel_url").isTextual()) {
            body.append(button(stripe, session, "/cancel", "", "Cancel and go back"));
        }
        return Html.page(status, "Checkout", body.toString());
    }

    private static String items(ObjectNode session) {
        var currency = session.path("currency").asText();
        var rows = new StringBuilder("<ul>\n");
        for (var item : session.path(SessionItems.FIELD)) {
            rows.append("<li>%s × %s: %s</li>\n"
                    .formatted(
                            item.path("quantity").asText(),
                            Html.escaped(item.path("description").asText()),
                            MoneyText.of(item.path("amount_subtotal").asLong(), currency)));
        }
        if (session.path("shipping_cost").isObject()) {
            rows.append("<li>Shipping: %s</li>\n"
                    .formatted(MoneyText.of(
                            session.path("shipping_cost").path("amount_total").asLong(), currency)));
        }
        rows.append("</ul>\n");
        return session.path("mode").asText().equals("setup")
                ? "<p>Save a card for later.</p>\n"
                : rows
                        + "<p>Total: <strong>%s</strong></p>\n"
                                .formatted(MoneyText.of(
                                        session.path("amount_total").asLong(), currency));
    }

    private static String fields(StripeContext stripe, ObjectNode session) {
        var email = session.path("customer_details").path("email").asText("");
        var label = switch (session.path("mode").asText()) {
            case "subscription" -> "Pay and subscribe";
            case "setup" -> "Save card";
            default -> "Pay";
        };
        var code = session.path("allow_promotion_codes").asBoolean()
                ? "<p><label>Promotion code <input name=\"promotion_code\"></label></p>\n"
                : "";
        return """
                <form id="pay" method="post" action="%s/pay">
                <p><label>Email <input name="email" type="email" value="%s"></label></p>
                <p><label>Name <input name="name" value="Jenny Rosen"></label></p>
                %s%s<button type="submit" name="outcome" value="pay">%s</button>
                </form>
                """.formatted(
                        SessionUrls.page(stripe, session),
                        Html.escaped(email.equals("null") ? "" : email),
                        method(session),
                        code,
                        label);
    }

    private static String method(ObjectNode session) {
        var type = CustomerInput.typeOf(session);
        return switch (type) {
            case "card" ->
                "<p><label>Card number <input name=\"card_number\" value=\"4242424242424242\"></label></p>\n";
            case "sepa_debit" -> "<p><label>IBAN <input name=\"iban\" value=\"DE89370400440532013000\"></label></p>\n";
            default -> "<p>Payment method: %s</p>\n".formatted(Html.escaped(type));
        };
    }

    private static String button(StripeContext stripe, ObjectNode session, String path, String card, String label) {
        return """
                <form method="post" action="%s%s"><input type="hidden" name="card_number" value="%s"><button type="submit">%s</button></form>
                """.formatted(SessionUrls.page(stripe, session), path, card, label);
    }
}
