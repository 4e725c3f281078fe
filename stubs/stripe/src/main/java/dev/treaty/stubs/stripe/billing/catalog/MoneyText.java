package dev.treaty.stubs.stripe.billing.catalog;

import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Amounts as people read them on invoices and pages. */
public final class MoneyText {

    private static final Map<String, String> SYMBOLS =
            Map.of("usd", "$", "eur", "€", "gbp", "£", "jpy", "¥", "aud", "A$", "cad", "CA$");

    private MoneyText() {}

    /**
     * E.g. {@code "$20.00"} or {@code "CHF 20.00"}.
     *
     * @param amount in the currency's smallest unit; may have decimal places of its own
     * @param currency three letters, in any case
     */
    public static String of(BigDecimal amount, String currency) {
        var code = currency.toLowerCase(Locale.ROOT);
        var decimals = ChargeCurrency.of(code).decimals();
        var value = amount.movePointLeft(decimals);
        var text = value.setScale(Math.max(decimals, value.stripTrailingZeros().scale()), RoundingMode.HALF_UP)
                .abs()
                .toPlainString();
        var symbol = SYMBOLS.getOrDefault(code, code.toUpperCase(Locale.ROOT) + " ");
        return (amount.signum() < 0 ? "-" : "") + symbol + text;
    }

    /** Like {@link #of(BigDecimal, String)}. */
    public static String of(long amount, String currency) {
        return of(BigDecimal.valueOf(amount), currency);
    }
}
