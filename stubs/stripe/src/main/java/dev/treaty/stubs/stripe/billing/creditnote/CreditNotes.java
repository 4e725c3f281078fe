package dev.treaty.stubs.stripe.billing.creditnote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.resource.ObjectPage;

/**
 * Credit notes: issued, and void if their invoice is still open.
 *
 * @see <a href="https://docs.stripe.com/api/credit_notes">Stripe, credit notes</a>
 */
public final class CreditNotes implements StripeFeature {

    private static final String KIND = CreditNoteDraft.KIND;

    private final Invoicing invoicing;

    /** Credit notes of invoices that are collected like this. */
    public CreditNotes(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND, CreditNoteLines.KIND)
                .on("POST /v1/credit_notes", this::create)
                .on("GET /v1/credit_notes/preview", CreditNotes::preview)
                .on("GET /v1/credit_notes/preview/lines", CreditNotes::previewLines)
                .on("GET /v1/credit_notes/{id}/lines", CreditNotes::lines)
                .on("POST /v1/credit_notes/{id}/void", this::makeVoid);
    }

    private ObjectNode create(StripeContext account, StripeRequest request) {
        var invoice = account.load("invoice", request.text("invoice"), "invoice");
        var stripe = TestClockTime.of(account, invoice);
        var note = CreditNoteDraft.of(stripe, invoice, request.params());
        var amount = note.path("total").asLong();
        if (CreditNoteDraft.isOpen(invoice)) {
            invoicing.credit(stripe, invoice, amount);
        } else {
            new PostPaymentCredit(stripe, invoice, note).give(request);
            stripe.update(invoice, CreditNoteDraft.withCredit(invoice, "post_payment_credit_notes_amount", amount));
        }
        return stripe.insert(note);
    }

    private static ObjectNode preview(StripeContext account, StripeRequest request) {
        var invoice = account.load("invoice", request.text("invoice"), "invoice");
        var note = CreditNoteDraft.of(TestClockTime.of(account, invoice), invoice, request.params());
        if (!CreditNoteDraft.isOpen(invoice)) {
            PostPaymentCredit.check(note, request.params());
        }
        return note;
    }

    private static ObjectNode previewLines(StripeContext stripe, StripeRequest request) {
        return page(preview(stripe, request), request);
    }

    private static ObjectNode lines(StripeContext stripe, StripeRequest request) {
        return page(stripe.load(KIND, request.id()), request);
    }

    private static ObjectNode page(ObjectNode note, StripeRequest request) {
        return ObjectPage.of(note.path("lines").path("data"), CreditNoteLines.KIND, request.params(), request.url());
    }

    private ObjectNode makeVoid(StripeContext account, StripeRequest request) {
        var note = account.load(KIND, request.id());
        var invoice = account.load("invoice", note.path("invoice").asText());
        if (note.path("status").asText().equals("void")) {
            throw StripeError.invalid("This credit note is already voided.").refusal();
        }
        if (!CreditNoteDraft.isOpen(invoice)) {
            throw StripeError.invalid("You can only void a credit note if the associated invoice is open.")
                    .refusal();
        }
        var stripe = TestClockTime.of(account, invoice);
        invoicing.credit(stripe, invoice, -note.path("total").asLong());
        var before = note.deepCopy();
        stripe.save(note.put("status", "void").put("voided_at", stripe.now()));
        stripe.emit("credit_note.voided", before, note);
        return note;
    }
}
