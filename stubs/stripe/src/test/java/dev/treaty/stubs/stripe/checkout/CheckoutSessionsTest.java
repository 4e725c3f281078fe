package dev.treaty.stubs.stripe.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.Browser;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class CheckoutSessionsTest {

    private final TestAccount account;

    CheckoutSessionsTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private TestResponse session(Object... more) {
        var parameters = new ArrayList<Object>(List.of(
                "mode", "payment",
                "success_url", "https://shop.example/ok?id={CHECKOUT_SESSION_ID}",
                "cancel_url", "https://shop.example/cart",
                "line_items[0][quantity]", 2,
                "line_items[0][price_data][currency]", "usd",
                "line_items[0][price_data][unit_amount]", 1_000,
                "line_items[0][price_data][product_data][name]", "T-shirt <&>"));
        parameters.addAll(List.of(more));
        return account.post("/v1/checkout/sessions", parameters.toArray());
    }

    private TestResponse found(TestResponse session) {
        return account.get("/v1/checkout/sessions/" + session.id());
    }

    @Test
    void the_page_shows_what_is_bought() {
        var page = Browser.open(session().text("/url"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 × T-shirt &lt;&amp;&gt;: $20.00", "<strong>$20.00</strong>", ">Pay</button>")
                .doesNotContain("<&>");
    }

    @Test
    void a_form_without_fields_pays_and_leads_to_the_seller() {
        var session = session("customer_creation", "always");

        var paid = Browser.press(session.text("/url") + "/pay", "");

        assertThat(paid.headers().firstValue("Location")).contains("https://shop.example/ok?id=" + session.id());
        assertThat(found(session).text("/payment_status")).isEqualTo("paid");
        assertThat(found(session).text("/customer")).startsWith("cus_");
        assertThat(account.get("/v1/events").text("/data/0/type")).isEqualTo("checkout.session.completed");
    }

    @Test
    void a_session_that_takes_no_cards_is_paid_with_the_first_type_that_it_takes() {
        var session = session("payment_method_types[]", "us_bank_account");

        var page = Browser.open(session.text("/url"));
        Browser.press(session.text("/url") + "/pay", "");
        var complete = found(session);
        account.advance("P9D");

        assertThat(page.body()).contains("us_bank_account").doesNotContain("Card number");
        assertThat(complete.text("/status")).isEqualTo("complete");
        assertThat(complete.text("/payment_status")).isEqualTo("unpaid");
        assertThat(found(session).text("/payment_status")).isEqualTo("paid");
    }

    @Test
    void a_session_shows_the_fields_that_the_seller_adds_with_what_they_leave_out() {
        var session = session(
                "custom_fields[0][key]", "engraving",
                "custom_fields[0][label][type]", "custom",
                "custom_fields[0][label][custom]", "Engraving",
                "custom_fields[0][type]", "text",
                "custom_fields[0][text][maximum_length]", 20);

        var field = found(session).json().path("custom_fields").path(0);

        assertThat(field.path("key").asText()).isEqualTo("engraving");
        assertThat(field.path("label").path("custom").asText()).isEqualTo("Engraving");
        assertThat(field.path("optional").isBoolean()).isTrue();
        assertThat(field.path("text").path("maximum_length").asInt()).isEqualTo(20);
        assertThat(field.path("text").path("value").isNull()).isTrue();
    }

    @Test
    void a_promotion_code_that_was_used_is_counted() {
        var coupon = account.post("/v1/coupons", "percent_off", 25, "duration", "once")
                .id();
        var code = account.post(
                        "/v1/promotion_codes",
                        "promotion[type]",
                        "coupon",
                        "promotion[coupon]",
                        coupon,
                        "max_redemptions",
                        1)
                .id();
        var session = session("discounts[0][promotion_code]", code);
        assertThat(account.get("/v1/promotion_codes/" + code).text("/times_redeemed"))
                .isEqualTo("0");

        Browser.press(session.text("/url") + "/pay", "");

        assertThat(account.get("/v1/promotion_codes/" + code).text("/times_redeemed"))
                .isEqualTo("1");
        assertThat(account.get("/v1/coupons/" + coupon).text("/times_redeemed")).isEqualTo("1");
        assertThat(session("discounts[0][promotion_code]", code).text("/error/code"))
                .isEqualTo("promotion_code_inactive");
    }

    @Test
    void the_code_that_the_customer_types_is_the_active_one() {
        var coupon = account.post("/v1/coupons", "percent_off", 50, "duration", "once")
                .id();
        var other = account.post("/v1/customers").id();
        code(coupon, "code", "HALF");
        code(coupon, "code", "half", "active", false);
        code(coupon, "code", "MINE", "customer", other);
        var session = session("allow_promotion_codes", true);

        var refused = Browser.press(session.text("/url"), "promotion_code=mine");
        Browser.press(session.text("/url"), "promotion_code=Half");

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(found(session).text("/amount_total")).isEqualTo("1000");
        assertThat(found(session).text("/status")).isEqualTo("complete");
    }

    private void code(String coupon, Object... more) {
        var parameters = new ArrayList<Object>(List.of("promotion[type]", "coupon", "promotion[coupon]", coupon));
        parameters.addAll(List.of(more));
        assertThat(account.post("/v1/promotion_codes", parameters.toArray()).status())
                .isEqualTo(200);
    }

    @Test
    void shipping_is_paid_for_as_well() {
        var session = session(
                "shipping_options[0][shipping_rate_data][display_name]",
                "Post",
                "shipping_options[0][shipping_rate_data][fixed_amount][amount]",
                500,
                "shipping_options[0][shipping_rate_data][fixed_amount][currency]",
                "usd");

        assertThat(session.json().path("amount_total").asLong()).isEqualTo(2_500);
        assertThat(session.text("/shipping_cost/amount_total")).isEqualTo("500");
        assertThat(Browser.open(session.text("/url")).body()).contains("Shipping: $5.00", "<strong>$25.00</strong>");
    }

    @Test
    void the_invoice_of_a_session_has_the_fields_that_it_was_given() {
        var session = session(
                "customer_creation", "always",
                "invoice_creation[enabled]", true,
                "invoice_creation[invoice_data][custom_fields][0][name]", "Order",
                "invoice_creation[invoice_data][custom_fields][0][value]", "PO-7");

        Browser.press(session.text("/url") + "/pay", "");
        var invoice = account.get("/v1/invoices/" + found(session).text("/invoice"));

        assertThat(session.text("/invoice_creation/invoice_data/custom_fields/0/value"))
                .isEqualTo("PO-7");
        assertThat(invoice.text("/custom_fields/0/name")).isEqualTo("Order");
        assertThat(invoice.text("/custom_fields/0/value")).isEqualTo("PO-7");
    }

    @Test
    void a_payment_is_not_less_than_the_minimum_of_its_currency() {
        var refused = session("line_items[0][quantity]", 1, "line_items[0][price_data][unit_amount]", 49);
        var free = session("line_items[0][price_data][unit_amount]", 0);

        assertThat(refused.text("/error/code")).isEqualTo("amount_too_small");
        assertThat(refused.text("/error/message"))
                .isEqualTo("The Checkout Session's total amount due must add up to at least $0.50 usd");
        assertThat(free.status()).isEqualTo(200);
    }

    @Test
    void a_session_sells_in_the_currency_that_was_asked_for() {
        var price = account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        1_000,
                        "currency_options[eur][unit_amount]",
                        900,
                        "product_data[name]",
                        "T-shirt")
                .id();

        var session = account.post(
                "/v1/checkout/sessions",
                "mode",
                "payment",
                "currency",
                "eur",
                "success_url",
                "https://shop.example/ok",
                "line_items[0][price]",
                price,
                "line_items[0][quantity]",
                2);
        Browser.press(session.text("/url") + "/pay", "");
        var payment = account.get("/v1/payment_intents/" + found(session).text("/payment_intent"));

        assertThat(session.text("/amount_total")).isEqualTo("1800");
        assertThat(session.text("/currency")).isEqualTo("eur");
        assertThat(payment.text("/amount")).isEqualTo("1800");
        assertThat(payment.text("/currency")).isEqualTo("eur");
    }

    @Test
    void what_is_not_simulated_says_so() {
        assertThat(session("automatic_tax[enabled]", true).header("Treaty-Not-Covered"))
                .isEqualTo("behaviour");
        assertThat(session("automatic_tax[enabled]", false).header("Treaty-Not-Covered"))
                .isEmpty();
        assertThat(session("invoice_creation[enabled]", true).header("Treaty-Not-Covered"))
                .isEmpty();
    }

    @Test
    void a_declined_card_keeps_the_session_open() {
        var session = session();

        var declined = Browser.press(session.text("/url") + "/pay", "card_number=4000000000009995");

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("Your card has insufficient funds.");
        assertThat(found(session).text("/status")).isEqualTo("open");
    }

    @Test
    void the_customer_can_go_back() {
        var session = session();

        var back = Browser.press(session.text("/url") + "/cancel", "");

        assertThat(back.headers().firstValue("Location")).contains("https://shop.example/cart");
        assertThat(found(session).text("/status")).isEqualTo("open");
    }

    @Test
    void a_complete_session_is_not_paid_twice() {
        var session = session();
        Browser.press(session.text("/url") + "/pay", "");

        var again = Browser.press(session.text("/url") + "/pay", "");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(account.get("/v1/charges").json().path("data")).hasSize(1);
    }

    @Test
    void money_that_is_only_reserved_is_not_paid() {
        var session = session("payment_intent_data[capture_method]", "manual");

        Browser.press(session.text("/url") + "/pay", "");

        assertThat(found(session).text("/status")).isEqualTo("complete");
        assertThat(found(session).text("/payment_status")).isEqualTo("unpaid");
        assertThat(account.get("/v1/payment_intents/" + found(session).text("/payment_intent"))
                        .text("/status"))
                .isEqualTo("requires_capture");
    }

    @Test
    void a_subscription_with_a_trial_needs_no_payment() {
        var price = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "unit_amount",
                2_000,
                "recurring[interval]",
                "month",
                "product_data[name]",
                "Gold");
        var session = account.post(
                "/v1/checkout/sessions",
                "mode",
                "subscription",
                "success_url",
                "https://shop.example/ok",
                "line_items[0][price]",
                price.id(),
                "line_items[0][quantity]",
                1,
                "subscription_data[trial_period_days]",
                7);

        Browser.press(session.text("/url") + "/pay", "email=erika@example.org");

        assertThat(found(session).text("/payment_status")).isEqualTo("no_payment_required");
        assertThat(account.get("/v1/subscriptions/" + found(session).text("/subscription"))
                        .text("/status"))
                .isEqualTo("trialing");
        assertThat(account.get("/v1/checkout/sessions", "customer_details[email]", "erika@example.org")
                        .json()
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void it_expires_after_a_day() {
        var session = session();

        account.advance("PT24H");

        assertThat(found(session).text("/status")).isEqualTo("expired");
        assertThat(Browser.press(session.text("/url") + "/pay", "").statusCode())
                .isEqualTo(400);
        assertThat(account.post("/v1/checkout/sessions/" + session.id() + "/expire")
                        .text("/error/message"))
                .isEqualTo(
                        "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `expired`.");
    }
}
