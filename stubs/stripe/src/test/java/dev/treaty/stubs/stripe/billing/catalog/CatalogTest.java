package dev.treaty.stubs.stripe.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class CatalogTest {

    private final TestAccount account;

    CatalogTest(String stripe) {
        account = new TestAccount(stripe);
    }

    @Test
    void a_code_is_active_while_it_and_its_coupon_can_be_redeemed() {
        var coupon = coupon();
        var once = code(coupon, "max_redemptions", 1);
        var often = code(coupon);
        subscribeWith(once);

        assertThat(isActive(once)).isFalse();
        assertThat(isActive(often)).isTrue();

        subscribeWith(often);

        assertThat(isActive(often)).isFalse();
    }

    private String coupon() {
        return account.post("/v1/coupons", "percent_off", 50, "duration", "once", "max_redemptions", 2)
                .id();
    }

    private String code(String coupon, Object... more) {
        var parameters = new ArrayList<Object>(List.of("promotion[type]", "coupon", "promotion[coupon]", coupon));
        parameters.addAll(List.of(more));
        return account.post("/v1/promotion_codes", parameters.toArray()).id();
    }

    private boolean isActive(String code) {
        return account.get("/v1/promotion_codes/" + code).json().path("active").asBoolean();
    }

    private void subscribeWith(String code) {
        var card = "pm_card_visa";
        var customer = account.post(
                        "/v1/customers", "payment_method", card, "invoice_settings[default_payment_method]", card)
                .id();
        var price = account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        2_000,
                        "recurring[interval]",
                        "month",
                        "product_data[name]",
                        "Gold")
                .id();
        var subscription = account.post(
                "/v1/subscriptions",
                "customer",
                customer,
                "items[0][price]",
                price,
                "discounts[0][promotion_code]",
                code);
        assertThat(subscription.text("/status")).isEqualTo("active");
    }

    @Test
    void a_product_with_a_price_is_archived_instead_of_deleted() {
        var product = account.post(
                "/v1/products",
                "name",
                "Gold",
                "default_price_data[currency]",
                "usd",
                "default_price_data[unit_amount]",
                2_000,
                "default_price_data[recurring][interval]",
                "month");

        var refused = account.delete("/v1/products/" + product.id());
        var archived = account.post("/v1/products/" + product.id(), "active", false);

        assertThat(product.text("/default_price")).startsWith("price_");
        assertThat(refused.text("/error/message"))
                .isEqualTo("This product cannot be deleted because it has one or more user-created prices.");
        assertThat(archived.json().path("active").asBoolean()).isFalse();
    }

    @Test
    void amounts_in_other_currencies_are_shown_on_demand() {
        var price = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "unit_amount",
                2_000,
                "product_data[name]",
                "Gold",
                "currency_options[eur][unit_amount]",
                1_900,
                "expand[]",
                "currency_options");

        assertThat(price.text("/currency_options/usd/unit_amount")).isEqualTo("2000");
        assertThat(price.text("/currency_options/eur/unit_amount")).isEqualTo("1900");
        assertThat(account.get("/v1/prices/" + price.id()).json().has("currency_options"))
                .isFalse();
    }

    @Test
    void a_plan_is_a_recurring_price_and_can_be_subscribed_to() {
        var plan = account.post(
                "/v1/plans",
                "id",
                "gold",
                "amount",
                2_000,
                "currency",
                "usd",
                "interval",
                "month",
                "product[name]",
                "Gold");
        var customer = account.post("/v1/customers", "source", "tok_visa").id();

        var subscription = account.post("/v1/subscriptions", "customer", customer, "items[0][plan]", "gold");
        var renamed = account.post("/v1/plans/gold", "nickname", "the best");

        assertThat(plan.id()).isEqualTo("gold");
        assertThat(subscription.text("/status")).isEqualTo("active");
        assertThat(renamed.text("/nickname")).isEqualTo("the best");
        assertThat(account.get("/v1/plans").text("/data/0/amount")).isEqualTo("2000");
        assertThat(account.get("/v1/prices/gold").text("/recurring/interval")).isEqualTo("month");
        assertThat(account.delete("/v1/plans/gold").text("/deleted")).isEqualTo("true");
        assertThat(account.get("/v1/plans/gold").status()).isEqualTo(404);
    }

    @Test
    void tiers_are_shown_on_demand() {
        var price = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "product_data[name]",
                "Seats",
                "billing_scheme",
                "tiered",
                "tiers_mode",
                "graduated",
                "recurring[interval]",
                "month",
                "tiers[0][up_to]",
                5,
                "tiers[0][unit_amount]",
                700,
                "tiers[1][up_to]",
                "inf",
                "tiers[1][unit_amount]",
                500);

        assertThat(price.json().has("tiers")).isFalse();
        assertThat(account.get("/v1/prices/" + price.id(), "expand[]", "tiers")
                        .json()
                        .path("tiers"))
                .hasSize(2);
    }

    @Test
    void a_lookup_key_is_transferred_only_on_demand() {
        var first = account.post(
                "/v1/prices", "currency", "usd", "unit_amount", 100, "product_data[name]", "A", "lookup_key", "a");

        var refused = account.post(
                "/v1/prices", "currency", "usd", "unit_amount", 200, "product_data[name]", "B", "lookup_key", "a");
        var second = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "unit_amount",
                200,
                "product_data[name]",
                "B",
                "lookup_key",
                "a",
                "transfer_lookup_key",
                true);

        assertThat(refused.text("/error/message"))
                .isEqualTo("A price (`%s`) already uses that lookup key.".formatted(first.id()));
        assertThat(account.get("/v1/prices", "lookup_keys[]", "a").text("/data/0/id"))
                .isEqualTo(second.id());
    }

    @Test
    void a_coupon_is_used_up() {
        var coupon = account.post("/v1/coupons", "percent_off", 50, "duration", "once", "max_redemptions", 1);
        var customer = account.post("/v1/customers").id();

        var redeemed = account.post("/v1/invoices", "customer", customer, "discounts[0][coupon]", coupon.id());
        var refused = account.post("/v1/invoices", "customer", customer, "discounts[0][coupon]", coupon.id());

        assertThat(redeemed.json().path("discounts")).hasSize(1);
        assertThat(refused.text("/error/code")).isEqualTo("coupon_expired");
        assertThat(account.get("/v1/coupons/" + coupon.id())
                        .json()
                        .path("valid")
                        .asBoolean())
                .isFalse();
    }
}
