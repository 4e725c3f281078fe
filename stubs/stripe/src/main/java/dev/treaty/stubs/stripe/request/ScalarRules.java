package dev.treaty.stubs.stripe.request;

import dev.treaty.stubs.stripe.error.StripeError;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What Stripe checks of texts and numbers, whatever the operation. */
final class ScalarRules {

    /** The currencies that Stripe lists in its refusal of another one. */
    private static final String CURRENCIES =
            "usd, aed, afn, all, amd, ang, aoa, ars, aud, awg, azn, bam, bbd, bdt, bgn, bhd, bif, bmd, bnd, bob, brl,"
                    + " bsd, bwp, byn, bzd, cad, cdf, chf, clp, cny, cop, crc, cve, czk, djf, dkk, dop, dzd, egp, etb, eur, fjd,"
                    + " fkp, gbp, gel, gip, gmd, gnf, gtq, gyd, hkd, hnl, hrk, htg, huf, idr, ils, inr, isk, jmd, jod, jpy, kes,"
                    + " kgs, khr, kmf, krw, kwd, kyd, kzt, lak, lbp, lkr, lrd, lsl, mad, mdl, mga, mkd, mmk, mnt, mop, mur, mvr,"
                    + " mwk, mxn, myr, mzn, nad, ngn, nio, nok, npr, nzd, omr, pab, pen, pgk, php, pkr, pln, pyg, qar, ron, rsd,"
                    + " rub, rwf, sar, sbd, scr, sek, sgd, shp, sle, sos, srd, std, szl, thb, tjs, tnd, top, try, ttd, twd, tzs,"
                    + " uah, ugx, uyu, uzs, vnd, vuv, wst, xaf, xcd, xcg, xof, xpf, yer, zar, zmw, usdc, btn, ghs, eek, lvl, svc,"
                    + " vef, ltl, sll, mro";

    private static final Set<String> KNOWN_CURRENCIES = Set.of(CURRENCIES.split(", ", -1));
    private static final Set<String> EMAILS = Set.of("email", "receipt_email", "customer_email");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    /** Of texts for which Stripe's documentation says nothing else. */
    private static final int MAX_LENGTH = 5_000;

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern WORD = Pattern.compile("[a-z_]{2,40}");

    private ScalarRules() {}

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** E.g. {@code "now"}, where a time is expected otherwise. */
    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /** An integer; quantities are not negative. */
    static long checked(ParameterName name, long number) {
        if (number < 0 && name.isQuantity()) {
            throw StripeError.invalid("Invalid non-negative integer")
                    .code("parameter_invalid_integer")
                    .param(name.text())
                    .refusal();
        }
        return number;
    }

    /** A text as Stripe stores it. */
    static String checked(ParameterName name, String text) {
        if (text.length() > MAX_LENGTH) {
            throw StripeError.invalid("Invalid string: %s...%s; must be at most %d characters"
                            .formatted(text.substring(0, 4), text.substring(text.length() - 4), MAX_LENGTH))
                    .param(name.text())
                    .refusal();
        }
        if (name.last().equals("currency")) {
            return currency(name, text);
        }
        if (EMAILS.contains(name.last()) && !EMAIL.matcher(text).matches()) {
            throw StripeError.invalid("Invalid email address: " + text)
                    .code("email_invalid")
                    .param(name.text())
                    .refusal();
        }
        return text;
    }

    private static String currency(ParameterName name, String text) {
        var currency = text.toLowerCase(Locale.ROOT);
        if (!KNOWN_CURRENCIES.contains(currency)) {
            throw StripeError.invalid("Invalid currency: %s. Stripe currently supports these currencies: %s"
                            .formatted(currency, CURRENCIES))
                    .param(name.text())
                    .refusal();
        }
        return currency;
    }
}
