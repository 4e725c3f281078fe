package dev.treaty.pacts.compare.json;

import dev.treaty.pacts.compare.text.StateMachine;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSet.Tested;
import dev.treaty.pacts.compare.text.TextSets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Texts of numbers, as pact-jvm compares them: by value, and a decimal by its scale. */
final class Numbers {

    /** Digits of a number that is written without an exponent. */
    private static final int LONGEST_PLAIN = 40;

    private static final String WHOLE = "-?(?:0|[1-9][0-9]*)";

    /**
     * What pact-jvm calls a decimal: digits after the point, more than the exponent takes away. Both bounds are exact but for a fraction with a
     * positive exponent, whose digits would have to be counted.
     */
    static final TextSet FRACTIONAL = new Tested(
            "a decimal with fraction digits",
            TextSets.machine(WHOLE + "\\.[0-9]+(?:[eE](?:-[0-9]{1,8}|\\+?0{1,8}))?|" + WHOLE
                    + "[eE]-0{0,4}[1-9][0-9]{0,3}|-?0[eE][+-]?0{1,8}"),
            TextSets.machine(WHOLE + "\\.[0-9]+(?:[eE][+-]?[0-9]+)?|" + WHOLE + "[eE]-[0-9]+|-?0[eE][+-]?0+"),
            Numbers::isFractional);

    private Numbers() {}

    private static boolean isFractional(String text) {
        return test(text, number -> number.scale() > 0 || (number.signum() == 0 && number.scale() == 0));
    }

    private static boolean test(String text, Predicate<BigDecimal> test) {
        try {
            return test.test(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return false; // an exponent that does not fit
        }
    }

    /** The integers, without fraction and exponent, that are equal to one. */
    static TextSet integersEqualTo(String integer) {
        var digits = integer.replaceFirst("^(-?)0+(?=.)", "$1");
        return digits.equals("0") || digits.equals("-0") ? TextSets.oneOf(List.of("0", "-0")) : TextSets.only(digits);
    }

    /** The decimals that are equal to one. What is not whole has fraction digits however it is written. */
    static TextSet decimalsEqualTo(String decimal) {
        var value = new BigDecimal(decimal);
        var name = "= " + (value.signum() == 0 ? "0" : value.stripTrailingZeros());
        TextSet equal = new Tested(
                name, plain(value), Optional.empty(), text -> test(text, number -> number.compareTo(value) == 0));
        return isWhole(value) ? equal : new Every(List.of(FRACTIONAL, equal));
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /** Those without an exponent. */
    private static Optional<StateMachine> plain(BigDecimal value) {
        if (Math.abs((long) value.scale()) + value.precision() > LONGEST_PLAIN) {
            return Optional.empty();
        }
        var digits = value.stripTrailingZeros().toPlainString();
        return TextSets.machine(digits.indexOf('.') < 0 ? digits + "\\.0+" : digits.replace(".", "\\.") + "0*");
    }
}
