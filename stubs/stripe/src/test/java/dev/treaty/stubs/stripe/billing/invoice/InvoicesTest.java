package dev.treaty.stubs.stripe.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import org.junit.jupiter.api.Test;

@StubServer("stripe")
class InvoicesTest {

    private final TestAccount account;

    InvoicesTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private String customer(String card) {
        return account.post("/v1/customers", "payment_method", card, "invoice_settings[default_payment_method]", card)
                .id();
    }

    private TestResponse draft(String customer, int amount, Object... more) {
        var parameters = new Object[more.length + 2];
        parameters[0] = "customer";
        parameters[1] = customer;
        System.arraycopy(more, 0, parameters, 2, more.length);
        var draft = account.post("/v1/invoices", parameters);
        account.post(
                "/v1/invoiceitems", "customer", customer, "invoice", draft.id(), "amount", amount, "currency", "usd");
        return account.get("/v1/invoices/" + draft.id());
    }

    @Test
    void a_draft_is_finalized_and_paid() {
        var draft = draft(customer("pm_card_visa"), 2_500);

        var open = account.post("/v1/invoices/" + draft.id() + "/finalize");
        var paid = account.post("/v1/invoices/" + draft.id() + "/pay", "expand[]", "payments");

        assertThat(draft.text("/status")).isEqualTo("draft");
        assertThat(open.text("/status")).isEqualTo("open");
        assertThat(open.text("/number")).endsWith("-0001");
        assertThat(paid.text("/status")).isEqualTo("paid");
        assertThat(paid.text("/payments/data/0/status")).isEqualTo("paid");
        assertThat(account.post("/v1/invoices/" + draft.id() + "/pay").text("/error/message"))
                .isEqualTo("Invoice is already paid");
    }

    @Test
    void an_invoice_shows_its_first_ten_lines_and_its_list_has_them_all() {
        var customer = customer("pm_card_visa");
        var invoice = draft(customer, 100);
        for (var i = 0; i < 11; i++) {
            account.post(
                    "/v1/invoiceitems",
                    "customer",
                    customer,
                    "invoice",
                    invoice.id(),
                    "amount",
                    100,
                    "currency",
                    "usd");
        }

        var shown = account.get("/v1/invoices/" + invoice.id());
        var lines = account.get("/v1/invoices/" + invoice.id() + "/lines", "limit", 100);

        assertThat(shown.json().path("lines").path("data")).hasSize(10);
        assertThat(shown.json().path("lines").path("has_more").asBoolean()).isTrue();
        assertThat(shown.text("/total")).isEqualTo("1200");
        assertThat(lines.json().path("data")).hasSize(12);
    }

    @Test
    void numbers_count_up_for_each_customer() {
        var customer = customer("pm_card_visa");
        account.post("/v1/invoices/" + draft(customer, 100).id() + "/finalize");

        var second = account.post("/v1/invoices/" + draft(customer, 100).id() + "/finalize");

        assertThat(second.text("/number")).endsWith("-0002");
    }

    @Test
    void a_failed_payment_is_tried_again_after_three_days() {
        var draft = draft(customer("pm_card_chargeCustomerFail"), 1_000, "auto_advance", true);

        account.advance("PT2H");
        var failed = account.get("/v1/invoices/" + draft.id());
        account.advance("P3D");
        var again = account.get("/v1/invoices/" + draft.id());

        assertThat(failed.json().path("attempt_count").asInt()).isEqualTo(1);
        assertThat(failed.json().path("next_payment_attempt").asLong()
                        - failed.json().at("/status_transitions/finalized_at").asLong())
                .isEqualTo(3 * 24 * 3_600);
        assertThat(again.json().path("attempt_count").asInt()).isEqualTo(2);
    }

    @Test
    void taxes_are_added_or_included() {
        var added = account.post("/v1/tax_rates", "display_name", "VAT", "percentage", 20, "inclusive", false);
        var included = account.post("/v1/tax_rates", "display_name", "VAT", "percentage", 25, "inclusive", true);
        var customer = customer("pm_card_visa");

        var exclusive = draft(customer, 1_000, "default_tax_rates[]", added.id());
        var inclusive = draft(customer, 1_000, "default_tax_rates[]", included.id());

        assertThat(exclusive.json().path("total").asLong()).isEqualTo(1_200);
        assertThat(exclusive.json().at("/total_taxes/0/amount").asLong()).isEqualTo(200);
        assertThat(inclusive.json().path("total").asLong()).isEqualTo(1_000);
        assertThat(inclusive.json().at("/total_taxes/0/amount").asLong()).isEqualTo(200);
    }

    @Test
    void an_amount_off_is_spread_over_the_lines() {
        var coupon = account.post("/v1/coupons", "amount_off", 100, "currency", "usd", "duration", "once");
        var customer = customer("pm_card_visa");
        var draft = draft(customer, 200, "discounts[0][coupon]", coupon.id());

        account.post("/v1/invoiceitems", "customer", customer, "invoice", draft.id(), "amount", 100, "currency", "usd");

        var invoice = account.get("/v1/invoices/" + draft.id());
        assertThat(invoice.json().path("total").asLong()).isEqualTo(200);
        assertThat(invoice.json().at("/lines/data").findValuesAsText("discount_amounts"))
                .hasSize(2);
        assertThat(invoice.json().at("/lines/data/0/discount_amounts/0/amount").asLong()
                        + invoice.json()
                                .at("/lines/data/1/discount_amounts/0/amount")
                                .asLong())
                .isEqualTo(100);
    }

    @Test
    void a_credit_is_kept_for_the_next_invoice() {
        var customer = customer("pm_card_visa");

        var credited = account.post("/v1/invoices/" + draft(customer, -700).id() + "/finalize");
        var next = account.post("/v1/invoices/" + draft(customer, 1_000).id() + "/finalize");

        assertThat(credited.text("/status")).isEqualTo("paid");
        assertThat(credited.json().path("ending_balance").asLong()).isEqualTo(-700);
        assertThat(next.json().path("amount_due").asLong()).isEqualTo(300);
    }

    @Test
    void a_finalized_invoice_keeps_its_amounts() {
        var draft = draft(customer("pm_card_visa"), 1_000);
        account.post("/v1/invoices/" + draft.id() + "/finalize");

        assertThat(account.post("/v1/invoices/" + draft.id() + "/finalize").status())
                .isEqualTo(400);
        assertThat(account.post("/v1/invoices/" + draft.id(), "collection_method", "send_invoice")
                        .text("/error/code"))
                .isEqualTo("invoice_not_editable");
        assertThat(account.post("/v1/invoices/" + draft.id(), "metadata[a]", "b")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_void_invoice_cancels_its_payment() {
        var draft = draft(customer("pm_card_visa"), 1_000);
        account.post("/v1/invoices/" + draft.id() + "/finalize");

        var gone = account.post("/v1/invoices/" + draft.id() + "/void", "expand[]", "payments");

        var intent = gone.text("/payments/data/0/payment/payment_intent");
        assertThat(gone.text("/status")).isEqualTo("void");
        assertThat(account.get("/v1/payment_intents/" + intent).text("/cancellation_reason"))
                .isEqualTo("void_invoice");
    }
}
