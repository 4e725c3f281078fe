package dev.treaty.stubs.stripe.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Stripe's reference says of the fields and parameters of promotion codes. */
@StubServer("stripe")
class PromotionCodesTest {

    private final TestAccount account;

    PromotionCodesTest(String stripe) {
        account = new TestAccount(stripe);
    }

    @Test
    void a_code_is_active_again_only_while_its_coupon_is_valid() {
        var coupon = coupon();
        var code = code(coupon, "code", "SPRING").id();
        deactivate(code);

        assertThat(reactivate(code).status()).isEqualTo(200);

        account.delete("/v1/coupons/" + coupon);

        assertThat(isActive(code)).isFalse();
        assertThat(reactivate(code).text("/error/param")).isEqualTo("active");
    }

    @Test
    void a_code_that_was_redeemed_as_often_as_it_may_be_stays_inactive() {
        var code = code(coupon(), "max_redemptions", 1).id();
        var customer = account.post("/v1/customers").id();
        account.post("/v1/invoices", "customer", customer, "discounts[0][promotion_code]", code);

        assertThat(reactivate(code).status()).isEqualTo(400);
        assertThat(isActive(code)).isFalse();
    }

    @Test
    void a_code_and_a_coupon_expire() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
        var shortCode = code(coupon(), "expires_at", tomorrow).id();
        var shortCoupon = coupon("redeem_by", tomorrow);
        var codeOfCoupon = code(shortCoupon).id();

        account.advance("P2D");

        assertThat(isActive(shortCode)).isFalse();
        assertThat(isActive(codeOfCoupon)).isFalse();
        assertThat(account.get("/v1/coupons/" + shortCoupon).text("/valid")).isEqualTo("false");
    }

    @Test
    void an_active_code_is_unique_for_a_customer_regardless_of_case() {
        var coupon = coupon();
        var one = account.post("/v1/customers").id();
        var other = account.post("/v1/customers").id();
        var first = code(coupon, "code", "Hello", "customer", one).id();

        assertThat(code(coupon, "code", "HELLO", "customer", one).text("/error/param"))
                .isEqualTo("code");
        assertThat(code(coupon, "code", "HELLO").status()).isEqualTo(400);
        assertThat(code(coupon, "code", "HELLO", "customer", other).status()).isEqualTo(200);

        deactivate(first);

        assertThat(code(coupon, "code", "hello", "customer", one).status()).isEqualTo(200);
        assertThat(reactivate(first).text("/error/param")).isEqualTo("code");
    }

    @Test
    void a_code_promises_no_more_than_its_coupon_and_has_no_other_characters_than_stripe_allows() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
        var coupon = coupon("max_redemptions", 5, "redeem_by", tomorrow);

        assertThat(code(coupon, "max_redemptions", 6).text("/error/param")).isEqualTo("max_redemptions");
        assertThat(code(coupon, "expires_at", tomorrow + 1).text("/error/param"))
                .isEqualTo("expires_at");
        assertThat(code(coupon, "code", "10 %").text("/error/param")).isEqualTo("code");
        assertThat(code(coupon, "max_redemptions", 5, "expires_at", tomorrow, "code", "ten-OFF-10")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_code_for_one_customer_is_redeemed_by_no_other() {
        var one = account.post("/v1/customers").id();
        var other = account.post("/v1/customers").id();
        var code = code(coupon(), "customer", one).id();

        var refused = account.post("/v1/invoices", "customer", other, "discounts[0][promotion_code]", code);
        var redeemed = account.post("/v1/invoices", "customer", one, "discounts[0][promotion_code]", code);

        assertThat(refused.text("/error/param")).isEqualTo("discounts[0][promotion_code]");
        assertThat(redeemed.status()).isEqualTo(200);
    }

    @Test
    void a_code_for_first_payments_is_not_for_who_has_bought_before() {
        var code = code(coupon(), "restrictions[first_time_transaction]", true).id();
        var customer = customerWithCard();

        assertThat(subscribe(customer, code).text("/status")).isEqualTo("active");
        assertRefused(
                subscribe(customer, code),
                "promotion_code_customer_not_first_time",
                "This promotion code cannot be redeemed because the associated customer has prior transactions.");
        assertRefused(checkout(100, code, "customer", customer), "promotion_code_customer_not_first_time", null);
        assertRefused(checkout(100, code), "promotion_code_customer_missing_first_time", null);
        assertThat(account.get("/v1/promotion_codes/" + code).text("/times_redeemed"))
                .isEqualTo("1");
    }

    @Test
    void an_invoice_that_is_not_paid_is_a_payment_before_but_a_draft_is_none() {
        var code = code(coupon(), "restrictions[first_time_transaction]", true).id();
        var customer = customerWithCard();
        var draft = account.post("/v1/invoices", "customer", customer, "auto_advance", false)
                .id();
        account.post("/v1/invoiceitems", "customer", customer, "invoice", draft, "amount", 500, "currency", "usd");

        assertThat(account.post("/v1/invoices", "customer", customer, "discounts[0][promotion_code]", code)
                        .status())
                .isEqualTo(200);

        account.post("/v1/invoices/" + draft + "/finalize");

        assertRefused(
                account.post("/v1/invoices", "customer", customer, "discounts[0][promotion_code]", code),
                "promotion_code_customer_not_first_time",
                null);
    }

    @Test
    void a_code_from_a_minimum_on_needs_that_amount_in_its_currency() {
        var code = code(
                        coupon(),
                        "restrictions[minimum_amount]",
                        2_000,
                        "restrictions[minimum_amount_currency]",
                        "usd",
                        "restrictions[currency_options][eur][minimum_amount]",
                        1_800)
                .id();

        assertRefused(
                checkout(1_999, code),
                "promotion_code_amount_insufficient",
                "This promotion code cannot be redeemed because the associated purchase does not meet the minimum amount requirement.");
        assertThat(checkout(2_000, code).text("/amount_total")).isEqualTo("1000");
        assertThat(checkout("eur", 1_799, code).status()).isEqualTo(400);
        assertThat(checkout("eur", 1_800, code).text("/amount_total")).isEqualTo("900");
        assertThat(checkout("gbp", 9_000, code).status()).isEqualTo(400);
        assertRefused(subscribe(customerWithCard(), code), "promotion_code_amount_insufficient", null);
    }

    private static void assertRefused(TestResponse response, String code, @Nullable String message) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("/error/code")).isEqualTo(code);
        assertThat(response.text("/error/param")).isEqualTo("discounts[0][promotion_code]");
        if (message != null) {
            assertThat(response.text("/error/message")).isEqualTo(message);
        }
    }

    private String customerWithCard() {
        return account.post(
                        "/v1/customers",
                        "payment_method",
                        "pm_card_visa",
                        "invoice_settings[default_payment_method]",
                        "pm_card_visa")
                .id();
    }

    /** Ten dollars a month. */
    private TestResponse subscribe(String customer, String code) {
        var price = account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        1_000,
                        "recurring[interval]",
                        "month",
                        "product_data[name]",
                        "Plan")
                .id();
        return account.post(
                "/v1/subscriptions",
                "customer",
                customer,
                "items[0][price]",
                price,
                "discounts[0][promotion_code]",
                code);
    }

    private TestResponse checkout(long amount, String code, Object... more) {
        return checkout("usd", amount, code, more);
    }

    private TestResponse checkout(String currency, long amount, String code, Object... more) {
        var parameters = new ArrayList<Object>(List.of("mode", "payment", "success_url", "https://example.org/"));
        parameters.addAll(List.of("line_items[0][quantity]", 1, "line_items[0][price_data][currency]", currency));
        parameters.addAll(List.of("line_items[0][price_data][unit_amount]", amount));
        parameters.addAll(List.of("line_items[0][price_data][product_data][name]", "Book"));
        parameters.addAll(List.of("discounts[0][promotion_code]", code));
        parameters.addAll(List.of(more));
        return account.post("/v1/checkout/sessions", parameters.toArray());
    }

    private String coupon(Object... more) {
        var parameters = new ArrayList<Object>(List.of("percent_off", 50, "duration", "once"));
        parameters.addAll(List.of(more));
        return account.post("/v1/coupons", parameters.toArray()).id();
    }

    private TestResponse code(String coupon, Object... more) {
        var parameters = new ArrayList<Object>(List.of("promotion[type]", "coupon", "promotion[coupon]", coupon));
        parameters.addAll(List.of(more));
        return account.post("/v1/promotion_codes", parameters.toArray());
    }

    private void deactivate(String code) {
        account.post("/v1/promotion_codes/" + code, "active", false);
    }

    private TestResponse reactivate(String code) {
        return account.post("/v1/promotion_codes/" + code, "active", true);
    }

    private boolean isActive(String code) {
        return account.get("/v1/promotion_codes/" + code).json().path("active").asBoolean();
    }
}
