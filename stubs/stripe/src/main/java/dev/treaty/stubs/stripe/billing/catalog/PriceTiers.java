package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;

/** The tiers of a price, which are shown only if they are expanded. */
final class PriceTiers {

    private PriceTiers() {}

    /** The tiers that a parameter {@code tiers} describes. */
    static ArrayNode of(JsonNode given) {
        var tiers = Json.object().arrayNode();
        for (var tier : given) {
            var row = tiers.addObject();
            amount(row, tier, "flat_amount");
            amount(row, tier, "unit_amount");
            var upTo = tier.path("up_to").asText();
            row.set("up_to", upTo.matches("\\d{1,18}") ? Json.tree(Long.parseLong(upTo)) : row.nullNode());
        }
        return tiers;
    }

    private static void amount(ObjectNode row, JsonNode tier, String name) {
        var decimal = tier.path(name + "_decimal").asText(tier.path(name).asText());
        if (decimal.isEmpty()) {
            row.putNull(name).putNull(name + "_decimal");
        } else {
            var amount = new BigDecimal(decimal).stripTrailingZeros();
            row.put(name + "_decimal", amount.toPlainString());
            row.set(name, amount.scale() <= 0 ? Json.tree(amount.longValueExact()) : row.nullNode());
        }
    }
}
