package dev.treaty.stubs.stripe.payment.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What Stripe keeps of a payment by card: the standard price of the country whose currency it is, without what comes on top for
 * international cards. Half a unit is rounded up.
 *
 * @param percent of the amount
 * @param fixed in the smallest unit of the currency
 * @see <a href="https://stripe.com/pricing">Stripe, pricing</a>
 */
public record ProcessingFee(BigDecimal percent, long fixed) {

    private static final ProcessingFee UNITED_STATES = new ProcessingFee(new BigDecimal("2.9"), 30);

    private static final Map<String, ProcessingFee> BY_CURRENCY = Map.of(
            "eur", new ProcessingFee(new BigDecimal("1.5"), 25),
            "gbp", new ProcessingFee(new BigDecimal("1.5"), 20),
            "jpy", new ProcessingFee(new BigDecimal("3.6"), 0),
            "aud", new ProcessingFee(new BigDecimal("1.7"), 30));

    /** The fee for payments in a currency; 2.9 % and 30 units unless its country has another price. */
    public static ProcessingFee in(String currency) {
        return BY_CURRENCY.getOrDefault(currency, UNITED_STATES);
    }

    /** What Stripe keeps of an amount. */
    public long of(long amount) {
        var share = percent.multiply(BigDecimal.valueOf(amount)).movePointLeft(2);
        return share.setScale(0, RoundingMode.HALF_UP).longValueExact() + fixed;
    }
}
