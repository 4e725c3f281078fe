package dev.treaty.stubs.stripe.billing.creditnote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.resource.Skeleton;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The lines of a credit note: parts of the invoice's lines, with their share of discounts and taxes, or anything else. */
final class CreditNoteLines {

    static final String KIND = "credit_note_line_item";

    private final StripeContext stripe;
    private final ObjectNode invoice;
    private final List<ObjectNode> lines = new ArrayList<>();

    private CreditNoteLines(StripeContext stripe, ObjectNode invoice) {
        this.stripe = stripe;
        this.invoice = invoice;
    }

    /** Adds the lines that the parameters describe, and sets the amounts. */
    static void add(StripeContext stripe, ObjectNode note, ObjectNode invoice, ObjectNode params) {
        var lines = new CreditNoteLines(stripe, invoice);
        var rows = params.path("lines");
        if (rows.isEmpty() && !params.has("amount")) {
            throw StripeError.invalid("One of the following params should be provided: amount, lines, shipping_cost.")
                    .refusal();
        }
        if (rows.isEmpty()) {
            lines.addCustom(
                    Json.object().put("unit_amount", params.path("amount").asLong()), "amount");
        }
        for (var i = 0; i < rows.size(); i++) {
            lines.add((ObjectNode) rows.get(i), "lines[" + i + "]");
        }
        lines.complete(note);
        if (params.has("amount")
                && params.path("amount").asLong() != note.path("total").asLong()) {
            throw StripeError.invalid("The credit note's `amount` must equal the total of its lines.")
                    .param("amount")
                    .refusal();
        }
    }

    private void add(ObjectNode row, String param) {
        if (row.path("type").asText().equals("custom_line_item")) {
            addCustom(row, param + "[unit_amount]");
        } else {
            addPart(row, param);
        }
    }

    private void addCustom(ObjectNode row, String param) {
        var unit = row.path("unit_amount").decimalValue();
        if (row.has("unit_amount_decimal")) {
            unit = new BigDecimal(row.path("unit_amount_decimal").asText());
        }
        var quantity = row.path("quantity").asLong(1);
        var amount = rounded(unit.multiply(BigDecimal.valueOf(quantity)));
        if (amount < 1) {
            throw StripeError.invalid("This value must be greater than or equal to 1.")
                    .code("parameter_invalid_integer")
                    .param(param)
                    .refusal();
        }
        var line = line("custom_line_item", amount, row.path("description"));
        line.put("quantity", quantity).put("unit_amount_decimal", unit.toPlainString());
        if (unit.stripTrailingZeros().scale() <= 0) {
            line.put("unit_amount", unit.longValueExact());
        }
        lines.add(line);
    }

    private void addPart(ObjectNode row, String param) {
        var of = invoiceLine(row.path("invoice_line_item").asText(), param + "[invoice_line_item]");
        var whole = of.path("amount").asLong();
        var quantity = row.path("quantity").asLong();
        var all = Math.max(1, of.path("quantity").asLong());
        var amount =
                row.has("amount") ? row.path("amount").asLong() : quantity == 0 ? whole : share(whole, quantity, all);
        if (amount > whole || quantity > all) {
            throw StripeError.invalid("The credited amount is greater than that of the invoice's line item.")
                    .param(param + (row.has("amount") ? "[amount]" : "[quantity]"))
                    .refusal();
        }
        var line = line("invoice_line_item", amount, of.path("description"));
        line.set("invoice_line_item", of.path("id"));
        line.put("quantity", row.has("amount") ? all : quantity == 0 ? all : quantity);
        discount(line, of, amount, whole);
        taxes(line, of, amount, whole);
        lines.add(line);
    }

    private JsonNode invoiceLine(String id, String param) {
        for (var line : invoice.path("lines").path("data")) {
            if (line.path("id").asText().equals(id)) {
                return line;
            }
        }
        throw StripeError.invalid("No such invoice line item: '%s'".formatted(id))
                .code("resource_missing")
                .param(param)
                .refusal();
    }

    private ObjectNode line(String type, long amount, JsonNode description) {
        var line = stripe.draft(KIND, Json.object().put("type", type).put("amount", amount));
        line.put("description", description.textValue()).putObject("metadata");
        line.putArray("taxes");
        return line;
    }

    private static void discount(ObjectNode line, JsonNode of, long amount, long whole) {
        var sum = 0L;
        for (var discount : of.path("discount_amounts")) {
            var part = share(discount.path("amount").asLong(), amount, whole);
            sum += part;
            line.withArray("discount_amounts")
                    .addObject()
                    .put("amount", part)
                    .set("discount", discount.path("discount"));
        }
        line.put("discount_amount", sum);
    }

    private static void taxes(ObjectNode line, JsonNode of, long amount, long whole) {
        for (var tax : of.path("taxes")) {
            var part = ((ObjectNode) tax.deepCopy())
                    .put("amount", share(tax.path("amount").asLong(), amount, whole));
            line.withArray("taxes")
                    .add(part.put(
                            "taxable_amount", share(tax.path("taxable_amount").asLong(), amount, whole)));
        }
    }

    private void complete(ObjectNode note) {
        var url = "/v1/credit_notes/%s/lines".formatted(note.path("id").asText());
        note.set("lines", Skeleton.page(url));
        lines.forEach(note.withObject("/lines").withArray("data")::add);
        var taxes = note.putArray("total_taxes");
        var exclusive = 0L;
        var inclusive = 0L;
        for (var line : lines) {
            for (var tax : line.path("taxes")) {
                taxes.add(tax.deepCopy());
                if (tax.path("tax_behavior").asText().equals("inclusive")) {
                    inclusive += tax.path("amount").asLong();
                } else {
                    exclusive += tax.path("amount").asLong();
                }
            }
            line.path("discount_amounts")
                    .forEach(discount -> note.withArray("discount_amounts").add(discount.deepCopy()));
        }
        note.setAll(total(sum("amount"), sum("discount_amount"), exclusive, inclusive));
    }

    private static ObjectNode total(long amount, long discount, long exclusive, long inclusive) {
        var total = amount - discount + exclusive;
        return Json.object()
                .put("amount", total)
                .put("subtotal", amount)
                .put("subtotal_excluding_tax", amount - inclusive)
                .put("discount_amount", discount)
                .put("total", total)
                .put("total_excluding_tax", total - exclusive - inclusive);
    }

    private long sum(String field) {
        return lines.stream().mapToLong(line -> line.path(field).asLong()).sum();
    }

    private static long share(long of, long part, long whole) {
        return whole == 0
                ? 0
                : rounded(BigDecimal.valueOf(of)
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), 12, RoundingMode.HALF_UP));
    }

    private static long rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
