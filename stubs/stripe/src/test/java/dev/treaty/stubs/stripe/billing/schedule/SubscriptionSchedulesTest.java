package dev.treaty.stubs.stripe.billing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class SubscriptionSchedulesTest {

    private static final String SCHEDULES = "/v1/subscription_schedules";

    private final TestAccount account;
    private final String customer;
    private final String basic;
    private final String pro;

    SubscriptionSchedulesTest(String stripe) {
        account = new TestAccount(stripe);
        customer = account.post(
                        "/v1/customers",
                        "payment_method",
                        "pm_card_visa",
                        "invoice_settings[default_payment_method]",
                        "pm_card_visa")
                .id();
        basic = price(1_000);
        pro = price(3_000);
    }

    private String price(long amount) {
        return account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        amount,
                        "recurring[interval]",
                        "month",
                        "product_data[name]",
                        "Plan")
                .id();
    }

    private TestResponse schedule(Object... more) {
        var parameters = new ArrayList<Object>(List.of("customer", customer));
        parameters.addAll(List.of(more));
        return account.post(SCHEDULES, parameters.toArray());
    }

    private TestResponse read(TestResponse schedule) {
        return account.get(SCHEDULES + "/" + schedule.id());
    }

    private TestResponse subscription(String id) {
        return account.get("/v1/subscriptions/" + id);
    }

    private List<String> totals() {
        return account.get("/v1/invoices", "customer", customer).json().findValuesAsText("amount_due");
    }

    @Test
    void a_schedule_that_starts_now_has_a_subscription_at_once() {
        var schedule = schedule("start_date", "now", "phases[0][items][0][price]", basic);
        var subscription = subscription(schedule.text("/subscription"));

        assertThat(schedule.text("/status")).isEqualTo("active");
        assertThat(schedule.json().at("/current_phase/end_date"))
                .isEqualTo(subscription.json().at("/items/data/0/current_period_end"));
        assertThat(subscription.text("/status")).isEqualTo("active");
        assertThat(subscription.text("/schedule")).isEqualTo(schedule.id());
        assertThat(totals()).containsExactly("1000");
    }

    @Test
    void a_schedule_that_starts_later_waits() {
        var start = Instant.now().plus(Duration.ofDays(10)).getEpochSecond();
        var schedule = schedule("start_date", start, "phases[0][items][0][price]", basic);

        assertThat(schedule.text("/status")).isEqualTo("not_started");
        assertThat(schedule.json().path("subscription").isNull()).isTrue();
        assertThat(scheduled()).containsExactly(schedule.id());

        account.advance("P11D");

        var started = read(schedule);
        assertThat(started.text("/status")).isEqualTo("active");
        assertThat(subscription(started.text("/subscription")).text("/start_date"))
                .isEqualTo(String.valueOf(start));
        assertThat(scheduled()).isEmpty();
    }

    private List<String> scheduled() {
        return account.get(SCHEDULES, "scheduled", true).json().at("/data").findValuesAsText("id");
    }

    @Test
    void the_next_phase_is_billed_from_the_renewal_on_and_after_the_last_the_subscription_goes_on() {
        var schedule = schedule("phases[0][items][0][price]", basic, "phases[1][items][0][price]", pro);
        var subscription = schedule.text("/subscription");

        account.advance("P32D");

        assertThat(totals()).containsExactly("3000", "1000");
        assertThat(read(schedule).json().at("/current_phase/start_date"))
                .isEqualTo(schedule.json().at("/phases/1/start_date"));

        account.advance("P31D");

        assertThat(read(schedule).text("/status")).isEqualTo("released");
        assertThat(read(schedule).text("/released_subscription")).isEqualTo(subscription);
        assertThat(subscription(subscription).text("/status")).isEqualTo("active");
        assertThat(subscription(subscription).json().path("schedule").isNull()).isTrue();
        assertThat(totals()).containsExactly("3000", "3000", "1000");
    }

    @Test
    void a_schedule_can_end_its_subscription() {
        var schedule = schedule("end_behavior", "cancel", "phases[0][items][0][price]", basic);

        account.advance("P32D");

        assertThat(read(schedule).text("/status")).isEqualTo("completed");
        assertThat(subscription(schedule.text("/subscription")).text("/status")).isEqualTo("canceled");
        assertThat(totals()).containsExactly("1000");
        assertThat(account.get("/v1/events", "type", "subscription_schedule.completed")
                        .json()
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void a_phase_that_starts_within_a_period_is_prorated() {
        schedule(
                "phases[0][items][0][price]",
                basic,
                "phases[0][duration][interval]",
                "day",
                "phases[0][duration][interval_count]",
                10,
                "phases[1][items][0][price]",
                pro);

        account.advance("P11D");

        var amounts = account.get("/v1/invoiceitems", "customer", customer)
                .json()
                .path("data")
                .findValuesAsText("net_amount");
        assertThat(amounts).hasSize(2);
        assertThat(amounts.stream().mapToLong(Long::parseLong).sum()).isPositive();
    }

    @Test
    void a_subscription_is_downgraded_at_the_end_of_its_period() {
        var subscription = account.post("/v1/subscriptions", "customer", customer, "items[0][price]", pro);
        var schedule = account.post(SCHEDULES, "from_subscription", subscription.id());

        assertThat(schedule.text("/status")).isEqualTo("active");
        assertThat(schedule.text("/phases/0/items/0/price")).isEqualTo(pro);
        assertThat(account.post(SCHEDULES, "from_subscription", subscription.id())
                        .text("/error/message"))
                .isEqualTo("You cannot migrate a subscription that is already attached to a schedule: `%s`."
                        .formatted(schedule.id()));

        account.post(
                SCHEDULES + "/" + schedule.id(),
                "phases[0][items][0][price]",
                pro,
                "phases[0][start_date]",
                schedule.text("/phases/0/start_date"),
                "phases[0][end_date]",
                schedule.text("/phases/0/end_date"),
                "phases[1][items][0][price]",
                basic);
        account.advance("P32D");

        assertThat(totals()).containsExactly("1000", "3000");
        assertThat(subscription(subscription.id()).json().at("/items/data")).hasSize(1);
        assertThat(subscription(subscription.id()).text("/items/data/0/price/id"))
                .isEqualTo(basic);
    }

    @Test
    void what_is_canceled_or_released_stays_so() {
        var canceled = schedule("phases[0][items][0][price]", basic);
        var released = schedule("phases[0][items][0][price]", basic);
        account.post(SCHEDULES + "/" + canceled.id() + "/cancel");
        account.post(SCHEDULES + "/" + released.id() + "/release");

        assertThat(read(canceled).text("/status")).isEqualTo("canceled");
        assertThat(subscription(canceled.text("/subscription")).text("/status")).isEqualTo("canceled");
        assertThat(subscription(released.text("/subscription")).text("/status")).isEqualTo("active");
        assertThat(account.post(SCHEDULES + "/" + released.id() + "/cancel").text("/error/message"))
                .isEqualTo(
                        "You cannot cancel a subscription schedule that is currently in the `released` status. It must be in `not_started, active` status to be canceled.");
    }

    @Test
    void a_schedule_ends_with_its_subscription() {
        var schedule = schedule("phases[0][items][0][price]", basic, "phases[1][items][0][price]", pro);
        account.delete("/v1/subscriptions/" + schedule.text("/subscription"));

        account.advance("P32D");

        assertThat(read(schedule).text("/status")).isEqualTo("canceled");
        assertThat(totals()).containsExactly("1000");
    }

    @Test
    void a_phase_needs_prices_that_recur() {
        var once = account.post("/v1/prices", "currency", "usd", "unit_amount", 500, "product_data[name]", "Book")
                .id();

        assertThat(schedule().text("/error/param")).isEqualTo("phases");
        assertThat(schedule("phases[0][items][0][price]", once).text("/error/param"))
                .isEqualTo("phases[0][items][0][price]");
        assertThat(schedule("phases[0][items][0][price]", "price_none").text("/error/code"))
                .isEqualTo("resource_missing");
    }

    @Test
    void a_test_clock_drives_the_phases_of_its_customers() {
        var clock = account.post("/v1/test_helpers/test_clocks", "frozen_time", 1_800_000_000)
                .id();
        var tester = account.post("/v1/customers", "test_clock", clock).id();
        account.post("/v1/payment_methods/pm_card_visa/attach", "customer", tester);
        var schedule = account.post(
                SCHEDULES,
                "customer",
                tester,
                "start_date",
                1_800_000_000 + 86_400,
                "default_settings[collection_method]",
                "send_invoice",
                "default_settings[invoice_settings][days_until_due]",
                7,
                "phases[0][items][0][price]",
                basic,
                "phases[0][items][0][quantity]",
                2);

        account.post("/v1/test_helpers/test_clocks/" + clock + "/advance", "frozen_time", 1_800_000_000 + 2 * 86_400);
        account.advance("PT1M");

        var started = read(schedule);
        assertThat(started.text("/status")).isEqualTo("active");
        assertThat(subscription(started.text("/subscription")).text("/items/data/0/quantity"))
                .isEqualTo("2");
        assertThat(subscription(started.text("/subscription")).text("/collection_method"))
                .isEqualTo("send_invoice");
    }
}
