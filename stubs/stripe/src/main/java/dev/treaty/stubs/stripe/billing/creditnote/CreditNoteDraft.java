package dev.treaty.stubs.stripe.billing.creditnote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import dev.treaty.stubs.stripe.resource.Ids;

/** A new credit note, as parameters describe it. */
final class CreditNoteDraft {

    static final String KIND = "credit_note";

    private CreditNoteDraft() {}

    /**
     * A credit note that is not kept yet, with its lines and amounts.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if the invoice cannot be credited, or not with this amount
     */
    static ObjectNode of(StripeContext stripe, ObjectNode invoice, ObjectNode params) {
        checkStatus(invoice);
        var note = stripe.draft(KIND, ParameterMerge.only(params, "memo", "metadata", "reason"));
        for (var name : new String[] {"currency", "customer"}) {
            note.set(name, invoice.path(name));
        }
        note.set("invoice", invoice.path("id"));
        note.put("status", "issued")
                .put("effective_at", params.path("effective_at").asLong(stripe.now()));
        note.put("number", number(stripe, invoice));
        note.put(
                "pdf",
                "https://pay.stripe.com/credit_notes/%s/test_%s/pdf?s=ap"
                        .formatted(stripe.accountId(), Ids.random(90)));
        CreditNoteLines.add(stripe, note, invoice, params);
        checkAmount(invoice, note.path("total").asLong());
        type(note, isOpen(invoice));
        return note;
    }

    private static void type(ObjectNode note, boolean open) {
        var total = note.path("total").asLong();
        note.put("type", open ? "pre_payment" : "post_payment");
        note.put("pre_payment_amount", open ? total : 0).put("post_payment_amount", open ? 0 : total);
    }

    private static void checkStatus(ObjectNode invoice) {
        var status = invoice.path("status").asText();
        if (!status.equals("open") && !status.equals("paid")) {
            throw StripeError.invalid(
                            "You can only create a credit note for an invoice that is open or paid. This invoice is %s."
                                    .formatted(status))
                    .param("invoice")
                    .refusal();
        }
    }

    private static void checkAmount(ObjectNode invoice, long amount) {
        var most = isOpen(invoice)
                ? invoice.path("amount_remaining").asLong()
                : invoice.path("total").asLong() - credited(invoice);
        if (amount > most) {
            var currency = ChargeCurrency.of(invoice.path("currency").asText());
            throw StripeError.invalid(
                            "The credit note amount (%s) is greater than the amount of the invoice that can be credited (%s)."
                                    .formatted(currency.text(amount), currency.text(most)))
                    .param("amount")
                    .refusal();
        }
    }

    private static long credited(ObjectNode invoice) {
        return invoice.path("pre_payment_credit_notes_amount").asLong()
                + invoice.path("post_payment_credit_notes_amount").asLong();
    }

    /** The invoice's number and how many credit notes it has, e.g. {@code "A1B2C3D4-0001-CN-01"}. */
    private static String number(StripeContext stripe, ObjectNode invoice) {
        var earlier = stripe.list(KIND)
                .where("invoice", invoice.path("id").asText())
                .all()
                .size();
        return "%s-CN-%02d".formatted(invoice.path("number").asText(), earlier + 1);
    }

    static boolean isOpen(ObjectNode invoice) {
        return invoice.path("status").asText().equals("open");
    }

    /** The invoice with more in one of its sums of credit notes. */
    static ObjectNode withCredit(ObjectNode invoice, String field, long amount) {
        return invoice.deepCopy().put(field, invoice.path(field).asLong() + amount);
    }
}
