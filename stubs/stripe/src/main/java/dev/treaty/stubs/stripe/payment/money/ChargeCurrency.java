package dev.treaty.stubs.stripe.payment.money;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A currency in which payments are taken.
 *
 * @param code ISO 4217 in lower case, as Stripe writes it
 * @param decimals how many digits the smallest unit has: 2 for cents, 0 for yen
 * @param minimum the smallest payment, in the smallest unit
 * @see <a href="https://docs.stripe.com/currencies">Stripe, supported currencies</a>
 */
public record ChargeCurrency(String code, int decimals, long minimum) {

    /** The largest payment: eight digits. */
    public static final long MAXIMUM = 99_999_999;

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");

    private static final Set<String> WITH_THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    /** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
    private static final Map<String, Integer> MINIMUMS = Map.ofEntries(
            Map.entry("usd", 50),
            Map.entry("aed", 200),
            Map.entry("aud", 50),
            Map.entry("bgn", 100),
            Map.entry("brl", 50),
            Map.entry("cad", 50),
            Map.entry("chf", 50),
            Map.entry("czk", 1_500),
            Map.entry("dkk", 250),
            Map.entry("eur", 50),
            Map.entry("gbp", 30),
            Map.entry("hkd", 400),
            Map.entry("huf", 17_500),
            Map.entry("inr", 50),
            Map.entry("jpy", 50),
            Map.entry("mxn", 1_000),
            Map.entry("myr", 200),
            Map.entry("nok", 300),
            Map.entry("nzd", 50),
            Map.entry("pln", 200),
            Map.entry("ron", 200),
            Map.entry("sek", 300),
            Map.entry("sgd", 50),
            Map.entry("thb", 1_000));

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("usd", "$"),
            Map.entry("aud", "A$"),
            Map.entry("brl", "R$"),
            Map.entry("cad", "CA$"),
            Map.entry("eur", "€"),
            Map.entry("gbp", "£"),
            Map.entry("hkd", "HK$"),
            Map.entry("inr", "₹"),
            Map.entry("jpy", "¥"),
            Map.entry("mxn", "MX$"),
            Map.entry("nzd", "NZ$"),
            Map.entry("sgd", "S$"));

    /**
     * The currency with this code.
     *
     * @param code in any case
     */
    public static ChargeCurrency of(String code) {
        var lower = code.toLowerCase(Locale.ROOT);
        return new ChargeCurrency(lower, decimals(lower), MINIMUMS.getOrDefault(lower, 1));
    }

    private static int decimals(String code) {
        if (WITHOUT_DECIMALS.contains(code)) {
            return 0;
        }
        return WITH_THREE_DECIMALS.contains(code) ? 3 : 2;
    }

    /**
     * What every payment is a multiple of, in the smallest unit (https://docs.stripe.com/currencies#special-cases): three decimals end
     * with 0; krónur and Ugandan shillings are given with two decimals, which are 00.
     */
    long step() {
        if (code.equals("isk") || code.equals("ugx")) {
            return 100;
        }
        return decimals == 3 ? 10 : 1;
    }

    /** An amount for people, e.g. {@code "$0.50"}, {@code "€12.00"}, {@code "¥50"} or {@code "15.00 CZK"}. */
    public String text(long amount) {
        var number = "%,.{}f".replace("{}", String.valueOf(decimals)).formatted(BigDecimal.valueOf(amount, decimals));
        var symbol = SYMBOLS.get(code);
        return symbol == null ? number + " " + code.toUpperCase(Locale.ROOT) : symbol + number;
    }
}
