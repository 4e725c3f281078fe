package dev.treaty.consumer.vendorwatch.watch;

import dev.treaty.consumer.vendorwatch.settings.WatchedVendor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor has cost in a month, by a price list and one's own counters: the vendor is not asked.
 *
 * @param spent rounded to cents
 */
public record Spending(BigDecimal spent, Optional<BigDecimal> budget) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int CENTS = 2;

    /** @param used how many of each item; what has no price costs nothing */
    static Spending of(WatchedVendor vendor, Map<String, Long> used) {
        var spent = used.entrySet().stream()
                .map(item -> vendor.prices()
                        .getOrDefault(item.getKey(), BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(item.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Spending(spent.setScale(CENTS, RoundingMode.HALF_UP), vendor.budget());
    }

    /** The share of the budget, in whole percent; empty without a budget. */
    public Optional<Integer> percent() {
        return budget.filter(limit -> limit.signum() > 0)
                .map(limit -> spent.multiply(PERCENT)
                        .divide(limit, 0, RoundingMode.DOWN)
                        .intValue());
    }

    /** The highest share, of those that are worth an alert, that is reached. */
    Optional<Integer> reached(List<Integer> alerts) {
        return percent()
                .flatMap(
                        share -> alerts.stream().filter(alert -> share >= alert).max(Integer::compare));
    }
}
