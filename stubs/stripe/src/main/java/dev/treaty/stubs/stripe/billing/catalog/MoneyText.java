package dev.treaty.stubs.stripe.billing.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Amounts as people read them on invoices and pages. */
public final class MoneyText {

    /** The currencies without decimals (Stripe, "Supported currencies"). */
    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof",
            "xpf");

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
        var decimals = WITHOUT_DECIMALS.contains(code) ? 0 : 2;
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

    /** Whether ISO 4217 has such a currency. */
    public static boolean isCurrency(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equalsIgnoreCase(currency));
    }
}
