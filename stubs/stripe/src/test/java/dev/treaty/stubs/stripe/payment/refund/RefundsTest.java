package dev.treaty.stubs.stripe.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class RefundsTest {

    private final TestAccount account;

    RefundsTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private String charge(String method, Object... more) {
        var parameters = new ArrayList<Object>(
                List.of("amount", 2_000, "currency", "usd", "confirm", true, "payment_method", method));
        parameters.addAll(List.of(more));
        return account.post("/v1/payment_intents", parameters.toArray()).text("/latest_charge");
    }

    @Test
    void parts_are_refunded_until_nothing_is_left() {
        var charge = charge("pm_card_visa");

        var part = account.post("/v1/refunds", "charge", charge, "amount", 500);
        var tooMuch = account.post("/v1/refunds", "charge", charge, "amount", 1_501);
        var rest = account.post("/v1/refunds", "charge", charge);
        var twice = account.post("/v1/refunds", "charge", charge);

        assertThat(part.text("/status")).isEqualTo("succeeded");
        assertThat(tooMuch.text("/error/message"))
                .isEqualTo("Refund amount ($15.01) is greater than unrefunded amount on charge ($15.00)");
        assertThat(rest.json().path("amount").asLong()).isEqualTo(1_500);
        assertThat(twice.text("/error/code")).isEqualTo("charge_already_refunded");
        assertThat(account.get("/v1/charges/" + charge, "expand[]", "refunds")
                        .json()
                        .at("/refunds/data"))
                .hasSize(2);
    }

    @Test
    void a_reservation_is_canceled_instead() {
        var charge = charge("pm_card_visa", "capture_method", "manual");

        var refused = account.post("/v1/refunds", "charge", charge);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").has("code")).isFalse();
        assertThat(refused.text("/error/message")).startsWith("This uncaptured Charge was created by a PaymentIntent");
    }

    @Test
    void a_charge_that_was_only_reserved_is_released_and_cannot_be_captured() {
        var charge =
                account.post("/v1/charges", "amount", 1_000, "currency", "usd", "source", "tok_visa", "capture", false);

        var released = account.post("/v1/refunds", "charge", charge.id());
        var tooLate = account.post("/v1/charges/" + charge.id() + "/capture");

        assertThat(released.json().path("amount").asLong()).isEqualTo(1_000);
        assertThat(released.json().path("balance_transaction").isNull()).isTrue();
        assertThat(tooLate.text("/error/code")).isEqualTo("charge_already_refunded");
    }

    @Test
    void what_was_not_captured_counts_as_refunded_and_the_rest_can_be_refunded() {
        var charge = charge("pm_card_visa", "capture_method", "manual");
        var intent = account.get("/v1/charges/" + charge).text("/payment_intent");
        account.post("/v1/payment_intents/" + intent + "/capture", "amount_to_capture", 1_500);

        var captured = account.get("/v1/charges/" + charge, "expand[]", "refunds");
        var tooMuch = account.post("/v1/refunds", "charge", charge, "amount", 1_501);
        var rest = account.post("/v1/refunds", "charge", charge);

        assertThat(captured.json().path("amount_captured").asLong()).isEqualTo(1_500);
        assertThat(captured.json().path("amount_refunded").asLong()).isEqualTo(500);
        assertThat(captured.json().path("refunded").asBoolean()).isFalse();
        assertThat(captured.json().at("/refunds/data")).hasSize(1);
        assertThat(tooMuch.text("/error/param")).isEqualTo("amount");
        assertThat(rest.json().path("amount").asLong()).isEqualTo(1_500);
        assertThat(account.get("/v1/charges/" + charge).text("/refunded")).isEqualTo("true");
    }

    @Test
    void a_reserved_charge_expires_after_seven_days() {
        var charge =
                account.post("/v1/charges", "amount", 1_000, "currency", "usd", "source", "tok_visa", "capture", false);

        account.advance("P8D");

        assertThat(account.get("/v1/charges/" + charge.id()).text("/refunded")).isEqualTo("true");
        assertThat(account.get("/v1/refunds", "charge", charge.id()).text("/data/0/reason"))
                .isEqualTo("expired_uncaptured_charge");
    }

    @Test
    void a_pending_refund_succeeds_later_and_is_canceled_before() {
        var later = account.post("/v1/refunds", "charge", charge("pm_card_pendingRefund"));
        var canceled = account.post("/v1/refunds", "charge", charge("pm_card_pendingRefund"));
        account.post("/v1/refunds/" + canceled.id() + "/cancel");

        account.advance("PT1M");

        assertThat(later.text("/status")).isEqualTo("pending");
        assertThat(account.get("/v1/refunds/" + later.id()).text("/status")).isEqualTo("succeeded");
        assertThat(account.get("/v1/refunds/" + canceled.id()).text("/status")).isEqualTo("canceled");
    }

    @Test
    void a_refund_that_fails_returns_its_money() {
        var charge = charge("pm_card_refundFail");
        var refund = account.post("/v1/refunds", "charge", charge);

        account.advance("PT1M");

        var failed = account.get("/v1/refunds/" + refund.id(), "expand[]", "failure_balance_transaction");
        assertThat(refund.text("/status")).isEqualTo("succeeded");
        assertThat(failed.text("/status")).isEqualTo("failed");
        assertThat(failed.json().at("/failure_balance_transaction/amount").asLong())
                .isEqualTo(2_000);
        assertThat(account.get("/v1/charges/" + charge)
                        .json()
                        .path("amount_refunded")
                        .asLong())
                .isZero();
    }

    @Test
    void money_can_be_paid_out_two_days_later() {
        charge("pm_card_visa");
        var tooEarly = account.post("/v1/payouts", "amount", 1_912, "currency", "usd");

        account.advance("P3D");

        assertThat(tooEarly.text("/error/code")).isEqualTo("balance_insufficient");
        assertThat(account.get("/v1/balance").json().at("/available/0/amount").asLong())
                .isEqualTo(1_912);
        assertThat(account.post("/v1/payouts", "amount", 1_912, "currency", "usd")
                        .text("/status"))
                .isEqualTo("pending");
    }
}
