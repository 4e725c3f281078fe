package dev.treaty.stubs.bench;

import java.util.Locale;

/** A measured number, with as many digits as a benchmark can vouch for; the same in every language, because it goes into files. */
final class Figure {

    private Figure() {}

    /** E.g. 31,204 or 312 or 31.2 or 3.12. */
    static String shown(double number) {
        var decimals = number >= 100 || number == 0 ? 0 : number >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** E.g. 100,000. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
