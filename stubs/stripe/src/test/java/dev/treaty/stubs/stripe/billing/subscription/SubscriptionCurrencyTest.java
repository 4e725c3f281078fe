package dev.treaty.stubs.stripe.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subscriptions in another currency than that of their prices, or of other subscriptions. */
@StubServer("stripe")
class SubscriptionCurrencyTest {

    private final TestAccount account;
    private final String customer;

    SubscriptionCurrencyTest(String stripe) {
        account = new TestAccount(stripe);
        var card = "pm_card_visa";
        customer = account.post(
                        "/v1/customers", "payment_method", card, "invoice_settings[default_payment_method]", card)
                .id();
    }

    @Test
    void a_price_is_charged_in_the_currency_that_was_asked_for() {
        var price = price("usd", 1_000, "currency_options[eur][unit_amount]", 900);

        var subscription = subscribe(price, "currency", "eur", "expand[]", "latest_invoice");
        account.advance("P32D");
        var renewal = account.get("/v1/invoices", "subscription", subscription.id(), "limit", 1);

        assertThat(subscription.text("/currency")).isEqualTo("eur");
        assertThat(subscription.text("/items/data/0/price/currency")).isEqualTo("usd");
        assertThat(subscription.text("/latest_invoice/currency")).isEqualTo("eur");
        assertThat(subscription.text("/latest_invoice/total")).isEqualTo("900");
        assertThat(subscription.text("/latest_invoice/lines/data/0/currency")).isEqualTo("eur");
        assertThat(renewal.text("/data/0/total")).isEqualTo("900");
        assertThat(renewal.text("/data/0/currency")).isEqualTo("eur");
    }

    @Test
    void tiers_have_amounts_of_their_own_in_another_currency() {
        var price = account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "billing_scheme",
                        "tiered",
                        "tiers_mode",
                        "graduated",
                        "tiers[0][up_to]",
                        "inf",
                        "tiers[0][unit_amount]",
                        100,
                        "currency_options[eur][tiers][0][up_to]",
                        "inf",
                        "currency_options[eur][tiers][0][unit_amount]",
                        90,
                        "recurring[interval]",
                        "month",
                        "product_data[name]",
                        "Gold")
                .id();

        var subscription = subscribe(price, "currency", "eur", "items[0][quantity]", 10, "expand[]", "latest_invoice");

        assertThat(subscription.text("/latest_invoice/total")).isEqualTo("900");
    }

    @Test
    void a_price_without_an_amount_in_the_currency_is_refused() {
        var refused = subscribe(price("usd", 1_000), "currency", "eur");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/param")).isEqualTo("items[0][price]");
        assertThat(refused.text("/error/message"))
                .isEqualTo("The price specified only supports `usd`. This doesn't match the expected currency: `eur`.");
    }

    @Test
    void a_subscription_keeps_its_currency_when_its_price_changes() {
        var subscription = subscribe(price("usd", 1_000));
        var item = subscription.text("/items/data/0/id");

        var refused = account.post("/v1/subscription_items/" + item, "price", price("eur", 900));

        assertThat(refused.text("/error/message")).contains("expected currency: `usd`");
    }

    @Test
    void a_customer_has_active_subscriptions_of_one_currency() {
        var first = subscribe(price("usd", 1_000)).id();

        var refused = subscribe(price("eur", 900));
        account.delete("/v1/subscriptions/" + first);
        var accepted = subscribe(price("eur", 900));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/message"))
                .isEqualTo(
                        "You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency usd.");
        assertThat(accepted.text("/status")).isEqualTo("active");
    }

    private String price(String currency, int amount, Object... more) {
        var parameters = new ArrayList<Object>(List.of(
                "currency",
                currency,
                "unit_amount",
                amount,
                "recurring[interval]",
                "month",
                "product_data[name]",
                "Gold"));
        parameters.addAll(List.of(more));
        return account.post("/v1/prices", parameters.toArray()).id();
    }

    private TestResponse subscribe(String price, Object... more) {
        var parameters = new ArrayList<Object>(List.of("customer", customer, "items[0][price]", price));
        parameters.addAll(List.of(more));
        return account.post("/v1/subscriptions", parameters.toArray());
    }
}
