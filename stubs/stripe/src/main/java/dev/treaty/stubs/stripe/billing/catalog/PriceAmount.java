package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a quantity of a price costs, in the currency's smallest unit (Stripe, "Recurring pricing models"). */
public final class PriceAmount {

    private PriceAmount() {}

    /** Per unit, per package ({@code transform_quantity}), graduated or by volume. */
    public static long of(JsonNode price, long quantity) {
        if (price.path("billing_scheme").asText().equals("tiered")) {
            return price.path("tiers_mode").asText().equals("volume")
                    ? byVolume(price.path("_tiers"), quantity)
                    : graduated(price.path("_tiers"), quantity);
        }
        return rounded(unitAmount(price).multiply(BigDecimal.valueOf(transformed(price, quantity))));
    }

    /** The price of one unit; may have up to 12 decimal places; 0 if it has tiers. */
    public static BigDecimal unitAmount(JsonNode price) {
        var decimal = price.path("unit_amount_decimal");
        return decimal.isMissingNode() || decimal.isNull()
                ? BigDecimal.valueOf(price.path("unit_amount").asLong())
                : new BigDecimal(decimal.asText());
    }

    private static long transformed(JsonNode price, long quantity) {
        var by = price.path("transform_quantity").path("divide_by").asLong(1);
        if (by <= 1) {
            return quantity;
        }
        var up = price.path("transform_quantity").path("round").asText().equals("up");
        return up ? Math.floorDiv(quantity + by - 1, by) : Math.floorDiv(quantity, by);
    }

    private static long graduated(JsonNode tiers, long quantity) {
        var total = BigDecimal.ZERO;
        var below = 0L;
        for (var tier : tiers) {
            var upTo = upTo(tier);
            var inTier = Math.min(quantity, upTo) - below;
            if (inTier <= 0 && below > 0) {
                break;
            }
            total = total.add(cost(tier, Math.max(0, inTier)));
            below = upTo;
        }
        return rounded(total);
    }

    private static long byVolume(JsonNode tiers, long quantity) {
        for (var tier : tiers) {
            if (quantity <= upTo(tier)) {
                return rounded(cost(tier, quantity));
            }
        }
        return 0;
    }

    private static BigDecimal cost(JsonNode tier, long quantity) {
        return unitAmount(tier)
                .multiply(BigDecimal.valueOf(quantity))
                .add(BigDecimal.valueOf(tier.path("flat_amount").asLong()));
    }

    private static long upTo(JsonNode tier) {
        return tier.path("up_to").isNumber() ? tier.path("up_to").asLong() : Long.MAX_VALUE;
    }

    static long rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
