package dev.treaty.stubs.stripe.billing.testclock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class TestClocksTest {

    private static final long JANUARY = 1_767_225_600; // 2026-01-01, a month of 31 days
    private static final long DAY = 24 * 3_600;

    private final TestAccount account;
    private String clock = "";
    private TestResponse subscription;

    TestClocksTest(String stripe) {
        account = new TestAccount(stripe);
        subscription = account.get("/v1/balance");
    }

    @BeforeEach
    void subscribe() {
        clock = account.post("/v1/test_helpers/test_clocks", "frozen_time", JANUARY)
                .id();
        var customer = account.post(
                "/v1/customers",
                "test_clock",
                clock,
                "payment_method",
                "pm_card_visa",
                "invoice_settings[default_payment_method]",
                "pm_card_visa");
        subscription =
                account.post("/v1/subscriptions", "customer", customer.id(), "items[0][price]", price(3_100, "month"));
    }

    private String price(int amount, String interval) {
        return account.post(
                        "/v1/prices",
                        "currency",
                        "usd",
                        "unit_amount",
                        amount,
                        "recurring[interval]",
                        interval,
                        "product_data[name]",
                        "Gold")
                .id();
    }

    private TestResponse advance(long time) {
        var advancing = account.post("/v1/test_helpers/test_clocks/" + clock + "/advance", "frozen_time", time);
        account.advance("PT0S");
        return advancing;
    }

    private TestResponse found() {
        return account.get("/v1/subscriptions/" + subscription.id(), "expand[]", "latest_invoice");
    }

    @Test
    void objects_carry_the_time_of_their_clock() {
        assertThat(subscription.json().path("created").asLong()).isEqualTo(JANUARY);
        assertThat(subscription.json().at("/items/data/0/current_period_end").asLong())
                .isEqualTo(JANUARY + 31 * DAY);
        assertThat(found().json().at("/latest_invoice/created").asLong()).isEqualTo(JANUARY);
    }

    @Test
    void what_becomes_due_is_done_in_the_order_of_time() {
        var advancing = advance(JANUARY + 31 * DAY + 7_200);

        var renewed = found();
        assertThat(advancing.text("/status")).isEqualTo("advancing");
        assertThat(account.get("/v1/test_helpers/test_clocks/" + clock).text("/status"))
                .isEqualTo("ready");
        assertThat(renewed.json().at("/latest_invoice/created").asLong()).isEqualTo(JANUARY + 31 * DAY);
        assertThat(renewed.json()
                        .at("/latest_invoice/status_transitions/paid_at")
                        .asLong())
                .isEqualTo(JANUARY + 31 * DAY + 3_600);
        assertThat(renewed.json().at("/items/data/0/current_period_end").asLong())
                .isEqualTo(JANUARY + (31 + 28) * DAY);
    }

    @Test
    void the_accounts_clock_does_not_move_it() {
        account.advance("P60D");

        assertThat(found().json().at("/items/data/0/current_period_end").asLong())
                .isEqualTo(JANUARY + 31 * DAY);
    }

    @Test
    void a_preview_prorates_to_the_second_and_keeps_nothing() {
        var dearer = price(6_200, "month");
        var moment = JANUARY + 10 * DAY;

        var preview = account.post(
                "/v1/invoices/create_preview",
                "subscription",
                subscription.id(),
                "subscription_details[items][0][id]",
                subscription.text("/items/data/0/id"),
                "subscription_details[items][0][price]",
                dearer,
                "subscription_details[proration_date]",
                moment);

        assertThat(StreamSupport.stream(preview.json().at("/lines/data").spliterator(), false)
                        .map(line -> line.path("amount").asLong()))
                .containsExactly(-2_100L, 4_200L, 6_200L);
        assertThat(account.get("/v1/invoiceitems").json().path("data")).isEmpty();
        assertThat(found().text("/items/data/0/price/id")).isNotEqualTo(dearer);
    }

    @Test
    void a_percentage_off_is_part_of_what_is_prorated() {
        var coupon = account.post("/v1/coupons", "percent_off", 50, "duration", "forever");
        account.post("/v1/subscriptions/" + subscription.id(), "discounts[0][coupon]", coupon.id());
        advance(JANUARY + 10 * DAY);

        var preview = account.post(
                "/v1/invoices/create_preview",
                "subscription",
                subscription.id(),
                "subscription_details[items][0][id]",
                subscription.text("/items/data/0/id"),
                "subscription_details[items][0][quantity]",
                2,
                "subscription_details[proration_behavior]",
                "always_invoice");

        assertThat(preview.json().at("/lines/data/0/amount").asLong()).isEqualTo(-1_050);
        assertThat(preview.json().at("/lines/data/1/amount").asLong()).isEqualTo(2_100);
        assertThat(preview.json().path("total").asLong()).isEqualTo(1_050);
    }

    @Test
    void another_interval_starts_a_new_period_at_once() {
        advance(JANUARY + 15 * DAY + DAY / 2);

        account.post(
                "/v1/subscriptions/" + subscription.id(),
                "items[0][id]",
                subscription.text("/items/data/0/id"),
                "items[0][price]",
                price(24_000, "year"));

        assertThat(found().json().at("/latest_invoice/amount_paid").asLong()).isEqualTo(24_000 - 1_550);
        assertThat(found().json().path("billing_cycle_anchor").asLong()).isEqualTo(JANUARY + 15 * DAY + DAY / 2);
    }

    @Test
    void it_goes_forward_only_and_by_two_intervals_at_most() {
        assertThat(advance(JANUARY - 1).text("/error/param")).isEqualTo("frozen_time");
        assertThat(advance(JANUARY + 100 * DAY).text("/error/message"))
                .isEqualTo(
                        "You can only advance a test clock by up to two intervals of its shortest subscription at a time; here, until %d."
                                .formatted(JANUARY + (31 + 28) * DAY));
    }

    @Test
    void without_a_subscription_it_goes_forward_by_two_years_at_most() {
        var empty = account.post("/v1/test_helpers/test_clocks", "frozen_time", JANUARY);
        var advance = "/v1/test_helpers/test_clocks/" + empty.id() + "/advance";

        assertThat(account.post(advance, "frozen_time", JANUARY + 732 * DAY).text("/error/param"))
                .isEqualTo("frozen_time");
        assertThat(account.post(advance, "frozen_time", JANUARY + 730 * DAY).status())
                .isEqualTo(200);
    }

    @Test
    void three_customers_are_the_most_and_go_with_it() {
        account.post("/v1/customers", "test_clock", clock);
        account.post("/v1/customers", "test_clock", clock);

        var refused = account.post("/v1/customers", "test_clock", clock);
        account.delete("/v1/test_helpers/test_clocks/" + clock);

        assertThat(refused.text("/error/param")).isEqualTo("test_clock");
        assertThat(account.get("/v1/customers/" + subscription.text("/customer"))
                        .json()
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(found().text("/status")).isEqualTo("canceled");
    }
}
