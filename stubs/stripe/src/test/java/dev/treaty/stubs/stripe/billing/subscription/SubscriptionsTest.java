package dev.treaty.stubs.stripe.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class SubscriptionsTest {

    private final TestAccount account;

    SubscriptionsTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private String price(int amount) {
        return account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        amount,
                        "recurring[interval]",
                        "month",
                        "product_data[name]",
                        "Gold")
                .id();
    }

    private String customer(String card) {
        return account.post("/v1/customers", "payment_method", card, "invoice_settings[default_payment_method]", card)
                .id();
    }

    private TestResponse subscribe(String card, Object... more) {
        var parameters = new ArrayList<Object>(List.of("customer", customer(card), "items[0][price]", price(2_000)));
        parameters.addAll(List.of(more));
        return account.post("/v1/subscriptions", parameters.toArray());
    }

    private TestResponse found(TestResponse subscription) {
        return account.get("/v1/subscriptions/" + subscription.id(), "expand[]", "latest_invoice");
    }

    private List<String> events() {
        var types = new ArrayList<String>();
        for (JsonNode event : account.get("/v1/events", "limit", 100).json().path("data")) {
            types.add(event.path("type").asText());
        }
        Collections.reverse(types);
        return types;
    }

    @Test
    void it_is_paid_with_a_card_of_its_customer() {
        var subscription = subscribe("pm_card_visa");
        var other = customer("pm_card_mastercard");
        var card = account.get("/v1/customers/" + other).text("/invoice_settings/default_payment_method");

        var refused = account.post("/v1/subscriptions/" + subscription.id(), "default_payment_method", card);

        assertThat(refused.text("/error/code")).isEqualTo("resource_missing");
        assertThat(refused.text("/error/param")).isEqualTo("default_payment_method");
    }

    @Test
    void it_has_one_item_for_each_price() {
        var price = price(1_000);

        var refused = subscribe("pm_card_visa", "items[1][price]", price, "items[2][price]", price);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/param")).isEqualTo("items[2][price]");
        assertThat(refused.text("/error/message"))
                .isEqualTo("Cannot add multiple subscription items with the same plan: " + price);
    }

    @Test
    void it_is_active_when_the_first_invoice_is_paid() {
        var subscription = subscribe("pm_card_visa");

        assertThat(subscription.text("/status")).isEqualTo("active");
        assertThat(events())
                .containsSubsequence(
                        "customer.subscription.created",
                        "invoice.created",
                        "invoice.finalized",
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "customer.subscription.updated");
    }

    @Test
    void the_first_payment_with_3d_secure_waits_for_the_customer() {
        var subscription = subscribe("pm_card_authenticationRequired");

        var refused = account.post(
                "/v1/subscriptions",
                "customer",
                subscription.text("/customer"),
                "items[0][price]",
                price(500),
                "payment_behavior",
                "error_if_incomplete");

        assertThat(subscription.text("/status")).isEqualTo("incomplete");
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.text("/error/code")).isEqualTo("subscription_payment_intent_requires_action");
    }

    @Test
    void it_renews_at_the_end_of_its_period_and_is_paid_an_hour_later() {
        var subscription = subscribe("pm_card_visa");
        var end = subscription.json().at("/items/data/0/current_period_end").asLong();

        account.advance("P31DT30M");
        var renewed = found(subscription);
        account.advance("PT2H");
        var paid = found(subscription);

        assertThat(renewed.json().at("/items/data/0/current_period_start").asLong())
                .isEqualTo(end);
        assertThat(paid.text("/latest_invoice/status")).isEqualTo("paid");
        assertThat(paid.text("/latest_invoice/billing_reason")).isEqualTo("subscription_cycle");
        assertThat(events()).contains("invoice.upcoming");
    }

    @Test
    void a_trial_without_a_card_ends_as_its_settings_say() {
        var customer = account.post("/v1/customers").id();

        var canceled = trial(customer, "cancel");
        var paused = trial(customer, "pause");
        account.advance("P8D");

        assertThat(found(canceled).text("/status")).isEqualTo("canceled");
        assertThat(found(paused).text("/status")).isEqualTo("paused");
        assertThat(account.post("/v1/subscriptions/" + canceled.id() + "/resume")
                        .status())
                .isEqualTo(400);
    }

    private TestResponse trial(String customer, String behavior) {
        return account.post(
                "/v1/subscriptions",
                "customer",
                customer,
                "items[0][price]",
                price(2_000),
                "trial_period_days",
                7,
                "trial_settings[end_behavior][missing_payment_method]",
                behavior);
    }

    @Test
    void a_coupon_that_counts_once_is_gone_after_the_first_invoice() {
        var coupon = account.post("/v1/coupons", "percent_off", 25, "duration", "once");

        var subscription = subscribe("pm_card_visa", "discounts[0][coupon]", coupon.id());
        var first = found(subscription);
        account.advance("P32D");
        var second = found(subscription);

        assertThat(first.json().at("/latest_invoice/amount_paid").asLong()).isEqualTo(1_500);
        assertThat(second.json().at("/latest_invoice/amount_paid").asLong()).isEqualTo(2_000);
    }

    @Test
    void a_first_period_until_the_anchor_is_paid_for_in_part() {
        var anchor = System.currentTimeMillis() / 1_000 + 10 * 24 * 3_600;

        var subscription = subscribe("pm_card_visa", "billing_cycle_anchor", anchor);

        assertThat(found(subscription).json().at("/latest_invoice/amount_paid").asLong())
                .isBetween(600L, 750L);
        assertThat(subscription.json().at("/items/data/0/current_period_end").asLong())
                .isEqualTo(anchor);
    }

    @Test
    void what_has_ended_keeps_everything_but_metadata() {
        var subscription = subscribe("pm_card_visa");
        account.delete("/v1/subscriptions/" + subscription.id());

        assertThat(account.post("/v1/subscriptions/" + subscription.id(), "cancel_at_period_end", true)
                        .text("/error/message"))
                .isEqualTo("A canceled subscription can only update its cancellation_details and metadata.");
        assertThat(account.post("/v1/subscriptions/" + subscription.id(), "metadata[a]", "b")
                        .status())
                .isEqualTo(200);
        assertThat(account.delete("/v1/subscriptions/" + subscription.id()).status())
                .isEqualTo(404);
    }

    @Test
    void a_cancellation_can_credit_what_is_left() {
        var subscription = subscribe("pm_card_visa");

        account.delete("/v1/subscriptions/" + subscription.id() + "?prorate=true");

        var credit = account.get("/v1/invoiceitems", "pending", true);
        assertThat(credit.json().at("/data/0/amount").asLong()).isBetween(-2_000L, -1_990L);
        assertThat(credit.json().at("/data/0/proration").asBoolean()).isTrue();
    }

    @Test
    void lists_show_by_default_what_is_not_canceled() {
        var kept = subscribe("pm_card_visa");
        var canceled = subscribe("pm_card_visa");
        account.delete("/v1/subscriptions/" + canceled.id());

        assertThat(account.get("/v1/subscriptions").json().path("data"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("id").asText()).isEqualTo(kept.id()));
        assertThat(account.get("/v1/subscriptions", "status", "all").json().path("data"))
                .hasSize(2);
        assertThat(account.get("/v1/subscriptions", "price", kept.text("/items/data/0/price/id"))
                        .json()
                        .path("data"))
                .hasSize(1);
    }
}
