package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.resource.ObjectPage;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/** Changes of a draft's lines. */
final class InvoiceLineEditing {

    private static final String KIND = "invoice";

    private InvoiceLineEditing() {}

    static ObjectNode add(StripeContext stripe, ObjectNode before, List<ObjectNode> lines) {
        var invoice = before.deepCopy();
        lines.forEach(
                line -> data(invoice).add(line.put(KIND, invoice.path("id").asText())));
        return changed(stripe, before, invoice);
    }

    /** The line of an invoice item that has changed. */
    static void replace(StripeContext stripe, ObjectNode before, ObjectNode item) {
        var invoice = before.deepCopy();
        var line = InvoiceLines.find(invoice, "_item", item.path("id").asText());
        if (line != null) {
            var id = line.path("id").asText();
            line.setAll(InvoiceLines.ofItem(stripe, item));
            line.put("id", id).put(KIND, invoice.path("id").asText());
            changed(stripe, before, invoice);
        }
    }

    static void remove(StripeContext stripe, ObjectNode before, String item) {
        var invoice = before.deepCopy();
        var line = InvoiceLines.find(invoice, "_item", item);
        if (line != null) {
            remove(data(invoice), line);
            changed(stripe, before, invoice);
        }
    }

    private static void remove(ArrayNode data, ObjectNode line) {
        for (var i = 0; i < data.size(); i++) {
            if (data.get(i).path("id").equals(line.path("id"))) {
                data.remove(i);
            }
        }
    }

    private static ObjectNode changed(StripeContext stripe, ObjectNode before, ObjectNode invoice) {
        invoice.withObject("/lines").put("total_count", data(invoice).size());
        InvoiceTotals.update(stripe, invoice);
        return stripe.update(before, invoice);
    }

    private static ArrayNode data(ObjectNode invoice) {
        return (ArrayNode) invoice.path("lines").path("data");
    }

    /** {@code POST /v1/invoices/{id}/add_lines}. */
    static ObjectNode addLines(StripeContext stripe, ObjectNode invoice, ObjectNode params) {
        var lines = new ArrayList<ObjectNode>();
        for (var row : params.path("lines")) {
            var pending = row.path("invoice_item").asText("");
            var item = pending.isEmpty()
                    ? NewInvoiceItem.create(stripe, item(stripe, invoice, (ObjectNode) row))
                    : claimed(stripe, invoice, pending);
            lines.add(InvoiceLines.ofItem(stripe, item));
        }
        return add(stripe, invoice, lines);
    }

    private static ObjectNode claimed(StripeContext stripe, ObjectNode invoice, String pending) {
        var item = stripe.load(NewInvoiceItem.KIND, pending, "lines[0][invoice_item]");
        return stripe.update(item, item.deepCopy().put(KIND, invoice.path("id").asText()));
    }

    private static ObjectNode item(StripeContext stripe, ObjectNode invoice, ObjectNode row) {
        var fields = Json.object().put("customer", invoice.path("customer").asText());
        fields.put(KIND, invoice.path("id").asText());
        var priced = row.deepCopy();
        if (!priced.has("currency")) {
            priced.put("currency", invoice.path("currency").asText());
        }
        NewInvoiceItem.priced(stripe, fields, priced);
        return ParameterMerge.into(fields, row, "description", "discountable", "metadata", "period");
    }

    /** {@code POST /v1/invoices/{id}/remove_lines}: what was a pending item is pending again, or deleted. */
    static ObjectNode removeLines(StripeContext stripe, ObjectNode before, ObjectNode params) {
        var invoice = before.deepCopy();
        for (var row : params.path("lines")) {
            var line = line(invoice, row.path("id").asText());
            remove(data(invoice), line);
            stripe.find(NewInvoiceItem.KIND, line.path("_item").asText()).ifPresent(item -> {
                if (row.path("behavior").asText().equals("unassign")) {
                    stripe.update(item, item.deepCopy().putNull(KIND));
                } else {
                    stripe.delete(item);
                }
            });
        }
        return changed(stripe, before, invoice);
    }

    /** {@code POST /v1/invoices/{id}/update_lines}. */
    static ObjectNode updateLines(StripeContext stripe, ObjectNode before, ObjectNode params) {
        var invoice = before.deepCopy();
        params.path("lines")
                .forEach(row -> edit(stripe, line(invoice, row.path("id").asText()), (ObjectNode) row));
        return changed(stripe, before, invoice);
    }

    /** {@code POST /v1/invoices/{invoiceId}/lines/{id}}. */
    static ObjectNode updateLine(StripeContext stripe, StripeRequest request) {
        var before = InvoiceRules.editable(stripe.load(KIND, request.path("invoiceId")));
        var invoice = before.deepCopy();
        edit(stripe, line(invoice, request.id()), request.params());
        return line(changed(stripe, before, invoice), request.id());
    }

    private static void edit(StripeContext stripe, ObjectNode line, ObjectNode row) {
        if (row.has("amount") || row.has("pricing") || row.has("price_data")) {
            NewInvoiceItem.priced(
                    stripe,
                    line,
                    row.deepCopy().put("currency", line.path("currency").asText()));
        } else if (row.has("quantity")) {
            var unit = line.path("amount").asLong()
                    / Math.max(1, line.path("quantity").asLong(1));
            line.put("amount", unit * row.path("quantity").asLong());
        }
        ParameterMerge.into(line, row, "description", "discountable", "metadata", "period", "quantity");
        line.put("quantity_decimal", line.path("quantity").asText());
    }

    private static ObjectNode line(ObjectNode invoice, String id) {
        var line = InvoiceLines.find(invoice, "id", id);
        if (line == null) {
            throw StripeError.invalid(404, "No such invoice line item: '%s'".formatted(id))
                    .code("resource_missing")
                    .param("line_item_id")
                    .refusal();
        }
        return line;
    }

    /** {@code GET /v1/invoices/{id}/lines}. */
    static ObjectNode page(ObjectNode invoice, StripeRequest request) {
        var url = "/v1/invoices/" + invoice.path("id").asText() + "/lines";
        return ObjectPage.of(data(invoice), "line_item", request.params(), url);
    }
}
