package dev.treaty.stubs.stripe.billing.subscription;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The part of a period's amount that belongs to the time from a moment to the period's end, to the second (Stripe, "Prorations"). */
final class Proration {

    private Proration() {}

    /**
     * The part of an amount, rounded half up.
     *
     * @param amount of the whole period
     * @param start of the period, in seconds since 1970
     * @param end of the period
     * @param from the moment; before the start counts as the start, after the end as the end
     */
    static long rest(long amount, long start, long end, long from) {
        if (end <= start) {
            return 0;
        }
        var moment = Math.min(end, Math.max(start, from));
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(end - moment))
                .divide(BigDecimal.valueOf(end - start), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
