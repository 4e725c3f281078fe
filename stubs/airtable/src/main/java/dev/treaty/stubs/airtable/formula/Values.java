package dev.treaty.stubs.airtable.formula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** The values of formulas: text, number, boolean, and null for what is blank. */
final class Values {

    static final JsonNode BLANK = NullNode.getInstance();

    private static final int LONGEST_TEXT = 100_000;

    private Values() {}

    static JsonNode of(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw FormulaException.wrong("The result of the formula is too long");
        }
        return TextNode.valueOf(text);
    }

    static JsonNode of(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static JsonNode of(BigDecimal number) {
        return DecimalNode.valueOf(number);
    }

    static JsonNode of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    static String text(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "";
        }
        return value.isNull() ? "" : value.isNumber() ? plain(value.decimalValue()) : value.asText();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A text is no number, even if it has only digits. */
    static BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value.isNull()) {
            return BigDecimal.ZERO;
        }
        throw FormulaException.wrong("\"%s\" is not a number".formatted(value.asText()));
    }

    static boolean isTrue(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().signum() != 0
                : !text(value).isEmpty();
    }

    /** Numbers and booleans by value, everything else by its text, upper case before lower case. */
    static int compare(JsonNode left, JsonNode right) {
        return (isNumeric(left) && isNumeric(right))
                ? number(left).compareTo(number(right))
                : text(left).compareTo(text(right));
    }

    private static boolean isNumeric(JsonNode value) {
        return value.isNumber() || value.isBoolean();
    }
}
