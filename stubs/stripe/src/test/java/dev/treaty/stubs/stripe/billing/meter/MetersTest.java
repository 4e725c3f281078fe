package dev.treaty.stubs.stripe.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("stripe")
class MetersTest {

    private static final String METERS = "/v1/billing/meters";
    private static final String EVENTS = "/v1/billing/meter_events";

    private final TestAccount account;
    private final String customer;

    MetersTest(String stripe) {
        account = new TestAccount(stripe);
        customer = account.post(
                        "/v1/customers",
                        "payment_method",
                        "pm_card_visa",
                        "invoice_settings[default_payment_method]",
                        "pm_card_visa")
                .id();
    }

    private TestResponse meter(String formula) {
        return account.post(
                METERS, "display_name", "Calls", "event_name", "calls", "default_aggregation[formula]", formula);
    }

    private String subscription(String formula) {
        var price = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "unit_amount_decimal",
                "0.5",
                "recurring[interval]",
                "month",
                "recurring[usage_type]",
                "metered",
                "recurring[meter]",
                meter(formula).id(),
                "product_data[name]",
                "Calls");
        return account.post("/v1/subscriptions", "customer", customer, "items[0][price]", price.id())
                .id();
    }

    @Test
    void a_metered_price_needs_a_meter() {
        var refused = account.post(
                "/v1/prices",
                "currency",
                "usd",
                "unit_amount",
                5,
                "recurring[interval]",
                "month",
                "recurring[usage_type]",
                "metered",
                "product_data[name]",
                "Calls");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/param")).isEqualTo("recurring[meter]");
    }

    private TestResponse use(int value, Object... more) {
        var parameters = new ArrayList<Object>(
                List.of("event_name", "calls", "payload[stripe_customer_id]", customer, "payload[value]", value));
        parameters.addAll(List.of(more));
        return account.post(EVENTS, parameters.toArray());
    }

    private TestResponse latestInvoice(String subscription) {
        return account.get("/v1/invoices", "subscription", subscription, "limit", 1);
    }

    @Test
    void a_meter_is_deactivated_and_reactivated() {
        var meter = meter("sum");

        var inactive = account.post(METERS + "/" + meter.id() + "/deactivate");

        assertThat(inactive.text("/status")).isEqualTo("inactive");
        assertThat(inactive.json().at("/status_transitions/deactivated_at").isNumber())
                .isTrue();
        assertThat(use(1).text("/error/message")).isEqualTo("No active meter found for event name 'calls'.");
        assertThat(account.post(METERS + "/" + meter.id() + "/reactivate").text("/status"))
                .isEqualTo("active");
        assertThat(use(1).status()).isEqualTo(200);
    }

    @Test
    void an_event_name_has_one_active_meter() {
        meter("sum");

        var second = meter("count");

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text("/error/param")).isEqualTo("event_name");
    }

    @ParameterizedTest
    @CsvSource({"sum,1001,501", "count,2,1", "last,701,351"})
    void usage_is_billed_at_the_end_of_the_period(String formula, int quantity, int total) {
        var subscription = subscription(formula);
        assertThat(latestInvoice(subscription).text("/data/0/total")).isEqualTo("0");
        use(300);
        account.advance("PT1H");
        use(701);

        assertThat(account.post("/v1/invoices/create_preview", "subscription", subscription)
                        .text("/total"))
                .isEqualTo(String.valueOf(total));
        account.advance("P32D");

        var invoice = latestInvoice(subscription);
        assertThat(invoice.text("/data/0/total")).isEqualTo(String.valueOf(total));
        assertThat(invoice.text("/data/0/lines/data/0/quantity")).isEqualTo(String.valueOf(quantity));
        account.advance("P31D");
        assertThat(latestInvoice(subscription).text("/data/0/total")).isEqualTo("0");
    }

    @Test
    void usage_is_billed_when_a_subscription_ends() {
        var subscription = subscription("sum");
        use(1_000);
        account.post("/v1/subscriptions/" + subscription, "cancel_at_period_end", true);

        account.advance("P32D");

        assertThat(account.get("/v1/subscriptions/" + subscription).text("/status"))
                .isEqualTo("canceled");
        assertThat(latestInvoice(subscription).text("/data/0/total")).isEqualTo("500");
        assertThat(latestInvoice(subscription).text("/data/0/status")).isEqualTo("paid");
    }

    @Test
    void an_event_counts_once_and_can_be_taken_back() {
        var meter = meter("sum").id();
        use(25, "identifier", "one");
        use(5, "identifier", "two");

        assertThat(use(25, "identifier", "one").text("/error/message"))
                .isEqualTo("An event already exists with identifier one.");
        assertThat(sum(meter)).isEqualTo("30");

        account.post(
                "/v1/billing/meter_event_adjustments",
                "event_name",
                "calls",
                "type",
                "cancel",
                "cancel[identifier]",
                "one");
        assertThat(sum(meter)).isEqualTo("5");
    }

    private String sum(String meter) {
        var day = Duration.ofDays(1).toSeconds();
        var today = System.currentTimeMillis() / 1_000 / day * day;
        return account.get(
                        METERS + "/" + meter + "/event_summaries",
                        "customer",
                        customer,
                        "start_time",
                        today - day,
                        "end_time",
                        today + 2 * day,
                        "value_grouping_window",
                        "day")
                .text("/data/0/aggregated_value");
    }

    @ParameterizedTest
    @CsvSource({"-36,timestamp", "1,timestamp"})
    void an_event_is_neither_old_nor_of_the_future(int days, String param) {
        meter("sum");

        var event = use(
                1,
                "timestamp",
                System.currentTimeMillis() / 1_000 + Duration.ofDays(days).toSeconds());

        assertThat(event.status()).isEqualTo(400);
        assertThat(event.text("/error/param")).isEqualTo(param);
    }
}
