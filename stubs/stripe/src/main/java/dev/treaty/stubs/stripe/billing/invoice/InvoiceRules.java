package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What may be done to an invoice in which status, and what Stripe says otherwise.
 *
 * @see <a href="https://docs.stripe.com/invoicing/overview#invoice-statuses">Stripe, status transitions of invoices</a>
 */
final class InvoiceRules {

    /** What a finalized invoice keeps: amounts, and how they are collected. */
    private static final List<String> FROZEN = List.of(
            "account_tax_ids",
            "application_fee_amount",
            "automatic_tax",
            "collection_method",
            "custom_fields",
            "days_until_due",
            "default_tax_rates",
            "description",
            "discounts",
            "footer",
            "issuer",
            "number",
            "on_behalf_of",
            "shipping_cost",
            "statement_descriptor",
            "transfer_data");

    private InvoiceRules() {}

    static StripeError notEditable() {
        return StripeError.invalid("This invoice is no longer editable").code("invoice_not_editable");
    }

    /** @throws dev.treaty.stubs.vendor.VendorError if the invoice is not a draft */
    static ObjectNode editable(ObjectNode invoice) {
        if (!is(invoice, "draft")) {
            throw notEditable().refusal();
        }
        return invoice;
    }

    static void checkUpdate(ObjectNode invoice, ObjectNode params) {
        if (!is(invoice, "draft")) {
            FROZEN.stream().filter(params::has).findFirst().ifPresent(field -> {
                throw notEditable().param(field).refusal();
            });
        }
    }

    static void checkFinalization(ObjectNode invoice) {
        if (!is(invoice, "draft")) {
            throw StripeError.invalid("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
                    .code("invoice_not_editable")
                    .refusal();
        }
    }

    static void checkPayment(ObjectNode invoice) {
        if (is(invoice, "paid")) {
            throw StripeError.invalid("Invoice is already paid").refusal();
        }
        if (is(invoice, "void")) {
            throw StripeError.invalid("Invoice is already voided and can't be paid.")
                    .refusal();
        }
    }

    static void checkVoiding(ObjectNode invoice) {
        if (!is(invoice, "open", "uncollectible")) {
            throw StripeError.invalid("You can only pass in open invoices. This invoice isn't open.")
                    .refusal();
        }
    }

    static void checkWriteOff(ObjectNode invoice) {
        if (!is(invoice, "open")) {
            throw StripeError.invalid("You can only pass in open invoices. This invoice isn't open.")
                    .refusal();
        }
    }

    static void checkSending(ObjectNode invoice) {
        if (!invoice.path("collection_method").asText().equals("send_invoice")) {
            throw StripeError.invalid(
                            "You can only manually send an invoice if its collection method is 'send_invoice'.")
                    .refusal();
        }
        if (is(invoice, "void", "paid", "uncollectible")) {
            throw StripeError.invalid("You can't send an invoice that is %s."
                            .formatted(invoice.path("status").asText()))
                    .refusal();
        }
    }

    static void checkDeletion(ObjectNode invoice) {
        if (!is(invoice, "draft")) {
            throw StripeError.invalid(
                            "You can only delete draft invoices. To cancel a finalized invoice, void it instead.")
                    .code("invoice_not_editable")
                    .refusal();
        }
        if (!InvoicePaymentMethod.subscription(invoice).isEmpty()) {
            throw StripeError.invalid("You can't delete invoices created by subscriptions.")
                    .refusal();
        }
    }

    private static boolean is(ObjectNode invoice, String... statuses) {
        return Set.copyOf(Arrays.asList(statuses))
                .contains(invoice.path("status").asText());
    }
}
