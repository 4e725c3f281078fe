package dev.treaty.stubs.stripe.billing.creditnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import dev.treaty.stubs.stripe.testing.TestResponse;
import org.junit.jupiter.api.Test;

/** Written against https://docs.stripe.com/api/credit_notes and https://docs.stripe.com/invoicing/integration/programmatic-credit-notes. */
@StubServer("stripe")
class CreditNotesTest {

    private static final String VISA = "pm_card_visa";

    private final TestAccount account;

    CreditNotesTest(String stripe) {
        account = new TestAccount(stripe);
    }

    private TestResponse open(int amount, Object... invoice) {
        var customer = account.post(
                        "/v1/customers", "payment_method", VISA, "invoice_settings[default_payment_method]", VISA)
                .id();
        var draft = account.post("/v1/invoices", "customer", customer);
        if (invoice.length > 0) {
            account.post("/v1/invoices/" + draft.id(), invoice);
        }
        account.post(
                "/v1/invoiceitems", "customer", customer, "invoice", draft.id(), "amount", amount, "currency", "usd");
        return account.post("/v1/invoices/" + draft.id() + "/finalize");
    }

    private TestResponse paid(int amount) {
        return account.post("/v1/invoices/" + open(amount).id() + "/pay");
    }

    private TestResponse again(TestResponse invoice) {
        return account.get("/v1/invoices/" + invoice.id());
    }

    @Test
    void less_is_due_of_an_open_invoice_until_the_note_is_void() {
        var invoice = open(1_000);

        var note = account.post("/v1/credit_notes", "invoice", invoice.id(), "amount", 400, "reason", "duplicate");
        var credited = again(invoice);
        var voided = account.post("/v1/credit_notes/" + note.id() + "/void");

        assertThat(note.text("/type")).isEqualTo("pre_payment");
        assertThat(note.text("/number")).isEqualTo(invoice.text("/number") + "-CN-01");
        assertThat(credited.text("/amount_remaining")).isEqualTo("600");
        assertThat(credited.text("/pre_payment_credit_notes_amount")).isEqualTo("400");
        assertThat(voided.text("/status")).isEqualTo("void");
        assertThat(again(invoice).text("/amount_remaining")).isEqualTo("1000");
    }

    @Test
    void the_rest_of_a_credited_invoice_is_what_its_payment_takes() {
        var invoice = open(1_000);
        account.post("/v1/credit_notes", "invoice", invoice.id(), "amount", 400);

        var paid = account.post("/v1/invoices/" + invoice.id() + "/pay");

        assertThat(paid.text("/amount_paid")).isEqualTo("600");
        assertThat(account.get("/v1/charges").text("/data/0/amount")).isEqualTo("600");
    }

    @Test
    void a_line_is_credited_with_its_discount_and_its_tax_and_then_nothing_is_due() {
        var rate = account.post("/v1/tax_rates", "display_name", "VAT", "percentage", 19, "inclusive", false);
        var coupon = account.post("/v1/coupons", "percent_off", 10, "duration", "once");
        var invoice = open(1_000, "default_tax_rates[]", rate.id(), "discounts[0][coupon]", coupon.id());

        var note = account.post(
                "/v1/credit_notes",
                "invoice",
                invoice.id(),
                "lines[0][type]",
                "invoice_line_item",
                "lines[0][invoice_line_item]",
                invoice.text("/lines/data/0/id"));

        assertThat(note.text("/total")).isEqualTo("1071");
        assertThat(note.text("/discount_amount")).isEqualTo("100");
        assertThat(note.text("/total_taxes/0/amount")).isEqualTo("171");
        assertThat(again(invoice).text("/status")).isEqualTo("paid");
        assertThat(account.get("/v1/credit_notes/" + note.id() + "/lines").text("/data/0/type"))
                .isEqualTo("invoice_line_item");
    }

    @Test
    void a_paid_invoice_is_given_back_in_three_ways_that_add_up() {
        var invoice = paid(1_000);

        var note = account.post(
                "/v1/credit_notes",
                "invoice",
                invoice.id(),
                "amount",
                600,
                "refund_amount",
                300,
                "credit_amount",
                200,
                "out_of_band_amount",
                100);

        assertThat(note.text("/type")).isEqualTo("post_payment");
        assertThat(account.get("/v1/refunds").text("/data/0/amount")).isEqualTo("300");
        assertThat(account.get("/v1/customers/" + invoice.text("/customer")).text("/balance"))
                .isEqualTo("-200");
        assertThat(account.get("/v1/customers/" + invoice.text("/customer") + "/balance_transactions")
                        .text("/data/0/type"))
                .isEqualTo("credit_note");
        assertThat(again(invoice).text("/post_payment_credit_notes_amount")).isEqualTo("600");
        assertThat(account.post("/v1/credit_notes/" + note.id() + "/void").text("/error/message"))
                .isEqualTo("You can only void a credit note if the associated invoice is open.");
    }

    @Test
    void parts_that_do_not_add_up_and_too_large_amounts_are_refused() {
        var invoice = paid(1_000);

        assertThat(account.post("/v1/credit_notes", "invoice", invoice.id(), "amount", 400)
                        .text("/error/message"))
                .isEqualTo(
                        "The sum of credit amount, refund amount and out of band amount ($0.00) must equal the credit note amount ($4.00).");
        assertThat(account.post("/v1/credit_notes", "invoice", open(100).id(), "amount", 101)
                        .text("/error/param"))
                .isEqualTo("amount");
        assertThat(account.get("/v1/credit_notes").json().path("data")).isEmpty();
    }

    @Test
    void a_preview_is_not_kept() {
        var invoice = open(1_000);

        var preview = account.get("/v1/credit_notes/preview", "invoice", invoice.id(), "amount", 400);

        assertThat(preview.text("/total")).isEqualTo("400");
        assertThat(again(invoice).text("/amount_remaining")).isEqualTo("1000");
        assertThat(account.get("/v1/credit_notes").json().path("data")).isEmpty();
    }
}
