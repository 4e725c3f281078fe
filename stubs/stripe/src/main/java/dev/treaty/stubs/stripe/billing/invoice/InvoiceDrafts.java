package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.Skeleton;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.List;

/** New invoices. */
public final class InvoiceDrafts {

    static final String KIND = "invoice";

    /** What is done with a draft when nobody has finalized it. */
    static final String FINALIZE = "invoice.finalize";

    private static final Duration UNTIL_FINALIZED = Duration.ofHours(1);

    private InvoiceDrafts() {}

    /**
     * A draft that is not kept.
     *
     * @param fields beyond those of the customer
     * @param lines become its lines
     */
    public static ObjectNode preview(
            StripeContext stripe, ObjectNode customer, ObjectNode fields, List<ObjectNode> lines) {
        var invoice = stripe.draft(KIND, withDefaults(stripe, customer, fields));
        var id = invoice.path("id").asText();
        var page = Skeleton.page("/v1/invoices/" + id + "/lines");
        lines.forEach(line -> page.withArray("data").add(line.put(KIND, id)));
        invoice.set("lines", page.put("total_count", lines.size()));
        InvoiceTotals.update(stripe, invoice);
        return invoice;
    }

    /**
     * Creates a draft. If it advances by itself, it is finalized an hour later.
     *
     * @param lines become its lines; the invoice items of which some are belong to it from now on
     */
    public static ObjectNode create(
            StripeContext stripe, ObjectNode customer, ObjectNode fields, List<ObjectNode> lines) {
        var invoice = preview(stripe, customer, fields, lines);
        if (invoice.path("auto_advance").asBoolean()) {
            advanceLater(stripe, invoice);
        }
        stripe.save(invoice);
        stripe.emit("invoice.created", invoice);
        setCurrency(stripe, invoice);
        for (var line : lines) {
            claim(stripe, line, invoice.path("id").asText());
        }
        return invoice;
    }

    /** A customer has one currency, from the first invoice on. */
    private static void setCurrency(StripeContext stripe, ObjectNode invoice) {
        stripe.find("customer", invoice.path("customer").asText())
                .filter(customer -> !customer.path("currency").isTextual())
                .ifPresent(customer -> {
                    customer.set("currency", invoice.path("currency"));
                    stripe.save(customer);
                });
    }

    private static void claim(StripeContext stripe, ObjectNode line, String invoice) {
        stripe.find("invoiceitem", line.path("_item").asText()).ifPresent(item -> {
            if (!item.path(KIND).asText().equals(invoice)) {
                stripe.update(item, item.deepCopy().put(KIND, invoice));
            }
        });
    }

    /** Has a draft finalized an hour after its creation. */
    static void advanceLater(StripeContext stripe, ObjectNode invoice) {
        var at = stripe.now() + UNTIL_FINALIZED.toSeconds();
        invoice.put("automatically_finalizes_at", at);
        if (invoice.path("collection_method").asText().equals("charge_automatically")) {
            invoice.put("next_payment_attempt", at);
        }
        var data = Json.object().put(KIND, invoice.path("id").asText()).put("at", at);
        TestClockTime.schedule(stripe, invoice, at, FINALIZE, data);
    }

    private static ObjectNode withDefaults(StripeContext stripe, ObjectNode customer, ObjectNode given) {
        var fields = Json.object().put("status", "draft").put("auto_advance", false);
        fields.put("account_country", "US").put("account_name", "Treaty");
        fields.put("billing_reason", "manual").put("collection_method", "charge_automatically");
        fields.put("currency", "usd").put("period_start", stripe.now()).put("period_end", stripe.now());
        fields.putObject("metadata");
        fields.putObject("issuer").put("type", "self");
        fields.putObject("automatic_tax")
                .putNull("disabled_reason")
                .put("enabled", false)
                .putNull("liability")
                .putNull("provider")
                .putNull("status");
        fields.putObject("payment_settings")
                .putNull("default_mandate")
                .putNull("payment_method_options")
                .putNull("payment_method_types");
        ofCustomer(fields, customer);
        fields.setAll(given);
        dueDate(stripe, fields);
        return fields;
    }

    private static void ofCustomer(ObjectNode fields, ObjectNode customer) {
        fields.put("customer", customer.path("id").asText());
        for (var name : new String[] {"address", "email", "name", "phone", "shipping"}) {
            fields.set("customer_" + name, orNull(customer.path(name)));
        }
        fields.put("customer_tax_exempt", customer.path("tax_exempt").asText("none"));
        fields.putArray("customer_tax_ids");
        fields.set("test_clock", orNull(customer.path("test_clock")));
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? Json.object().nullNode() : value;
    }

    /** {@code _days_until_due} days from now. */
    static void dueDate(StripeContext stripe, ObjectNode invoice) {
        if (invoice.path("collection_method").asText().equals("send_invoice")
                && invoice.path("_days_until_due").isNumber()) {
            var days = invoice.path("_days_until_due").asLong();
            invoice.put("due_date", stripe.now() + Duration.ofDays(days).toSeconds());
        }
    }
}
