package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up an invoice: its lines, less discounts, plus taxes. A percentage is taken off each line; an amount is spread over the lines in
 * proportion (Stripe, "How discounts are applied").
 */
final class InvoiceTotals {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final StripeContext stripe;
    private final ObjectNode invoice;
    private final List<ObjectNode> lines = new ArrayList<>();
    private final Map<String, Long> discounted = new LinkedHashMap<>();
    private final Map<String, Tax> taxed = new TreeMap<>();

    private InvoiceTotals(StripeContext stripe, ObjectNode invoice) {
        this.stripe = stripe;
        this.invoice = invoice;
        invoice.path("lines").path("data").forEach(line -> lines.add((ObjectNode) line));
    }

    /** Sets all amounts of a draft. */
    static void update(StripeContext stripe, ObjectNode invoice) {
        var totals = new InvoiceTotals(stripe, invoice);
        totals.discount();
        totals.tax();
        totals.sum();
    }

    private void discount() {
        lines.forEach(line -> line.putArray("discount_amounts"));
        for (var line : lines) {
            line.path("discounts").forEach(discount -> apply(discount.asText(), List.of(line)));
        }
        var discountable = lines.stream()
                .filter(line -> line.path("discountable").asBoolean())
                .toList();
        invoice.path("discounts").forEach(discount -> apply(discount.asText(), discountable));
    }

    private void apply(String discount, List<ObjectNode> all) {
        var coupon = Discounts.coupon(stripe, discount);
        var products = coupon.path("_applies_to").path("products");
        var among = all.stream().filter(line -> isFor(products, line)).toList();
        var total = among.stream().mapToLong(InvoiceTotals::net).sum();
        var percent = coupon.path("percent_off");
        var off = percent.isNumber()
                ? rounded(BigDecimal.valueOf(total)
                        .multiply(percent.decimalValue())
                        .divide(HUNDRED, 12, RoundingMode.HALF_UP))
                : Math.min(Math.max(0, total), coupon.path("amount_off").asLong());
        spread(discount, off, total, among);
        discounted.merge(discount, off, Long::sum);
    }

    private static boolean isFor(JsonNode products, ObjectNode line) {
        if (!products.isArray() || products.isEmpty()) {
            return true;
        }
        var product = line.path("pricing").path("price_details").path("product").asText();
        for (var accepted : products) {
            if (accepted.asText().equals(product)) {
                return true;
            }
        }
        return false;
    }

    /** The last line takes what rounding leaves. */
    private static void spread(String discount, long off, long total, List<ObjectNode> among) {
        var left = off;
        for (var i = 0; i < among.size(); i++) {
            var line = among.get(i);
            var share = i == among.size() - 1 || total == 0
                    ? left
                    : rounded(BigDecimal.valueOf(off)
                            .multiply(BigDecimal.valueOf(net(line)))
                            .divide(BigDecimal.valueOf(total), 12, RoundingMode.HALF_UP));
            left -= share;
            line.withArray("discount_amounts").addObject().put("amount", share).put("discount", discount);
        }
    }

    private static long net(ObjectNode line) {
        var net = line.path("amount").asLong();
        for (var discount : line.path("discount_amounts")) {
            net -= discount.path("amount").asLong();
        }
        return net;
    }

    private void tax() {
        for (var line : lines) {
            var rates = line.path("_tax_rates");
            var applied = rates.isArray() && !rates.isEmpty() ? rates : invoice.path("_default_tax_rates");
            var taxes = line.putArray("taxes");
            applied.forEach(
                    id -> stripe.find("tax_rate", id.asText()).ifPresent(rate -> addTax(taxes, rate, net(line))));
        }
    }

    private void addTax(ArrayNode taxes, ObjectNode rate, long net) {
        var percentage = rate.path("percentage").decimalValue();
        var inclusive = rate.path("inclusive").asBoolean();
        var amount = inclusive
                ? rounded(BigDecimal.valueOf(net)
                        .multiply(percentage)
                        .divide(HUNDRED.add(percentage), 12, RoundingMode.HALF_UP))
                : rounded(BigDecimal.valueOf(net).multiply(percentage).divide(HUNDRED, 12, RoundingMode.HALF_UP));
        var tax = new Tax(rate.path("id").asText(), inclusive, amount, inclusive ? net - amount : net);
        taxes.add(tax.toJson());
        taxed.merge(tax.rate(), tax, Tax::plus);
    }

    private void sum() {
        var subtotal =
                lines.stream().mapToLong(line -> line.path("amount").asLong()).sum();
        var off = discounted.values().stream().mapToLong(Long::longValue).sum();
        var exclusive = taxed.values().stream()
                .filter(tax -> !tax.inclusive())
                .mapToLong(Tax::amount)
                .sum();
        var inclusive = taxed.values().stream()
                .filter(Tax::inclusive)
                .mapToLong(Tax::amount)
                .sum();
        var total = subtotal - off + exclusive;
        invoice.put("subtotal", subtotal).put("subtotal_excluding_tax", subtotal - inclusive);
        invoice.put("total", total).put("total_excluding_tax", total - exclusive - inclusive);
        var amounts = invoice.putArray("total_discount_amounts");
        var credits = invoice.putArray("total_pretax_credit_amounts");
        discounted.forEach((discount, amount) -> {
            amounts.addObject().put("amount", amount).put("discount", discount);
            credits.addObject().put("amount", amount).put("discount", discount).put("type", "discount");
        });
        var taxes = invoice.putArray("total_taxes");
        taxed.values().forEach(tax -> taxes.add(tax.toJson()));
        CustomerBalance.preview(stripe, invoice);
        lines.forEach(line -> line.put("subtotal", line.path("amount").asLong()));
    }

    private static long rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** What one rate makes of one line, or of all of them. */
    private record Tax(String rate, boolean inclusive, long amount, long taxable) {

        Tax plus(Tax other) {
            return new Tax(rate, inclusive, amount + other.amount, taxable + other.taxable);
        }

        ObjectNode toJson() {
            var json = Json.object().put("amount", amount).put("tax_behavior", inclusive ? "inclusive" : "exclusive");
            json.putObject("tax_rate_details").put("tax_rate", rate);
            return json.put("taxability_reason", "not_available")
                    .put("taxable_amount", taxable)
                    .put("type", "tax_rate_details");
        }
    }
}
