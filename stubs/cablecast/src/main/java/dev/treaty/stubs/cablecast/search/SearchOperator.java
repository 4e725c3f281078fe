package dev.treaty.stubs.cablecast.search;

import dev.treaty.stubs.cablecast.resource.CablecastTime;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a filter compares a field with its value. Case does not matter. */
enum SearchOperator {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    CONTAINS("contains"),
    DOES_NOT_CONTAIN("doesNotContain"),
    BEGINS_WITH("beginsWith"),
    ENDS_WITH("endsWith"),
    GREATER_THAN("greaterThan"),
    LESS_THAN("lessThan");

    private final String text;

    SearchOperator(String text) {
        this.text = text;
    }

    static Optional<SearchOperator> of(String text) {
        return Stream.of(values())
                .filter(operator -> operator.text.equals(text))
                .findFirst();
    }

    static String texts() {
        return String.join(
                ", ", Stream.of(values()).map(operator -> operator.text).toList());
    }

    boolean matches(String field, String value) {
        return matchesLowerCase(field.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }

    private boolean matchesLowerCase(String field, String value) {
        return switch (this) {
            case EQUALS -> compare(field, value) == 0;
            case NOT_EQUALS -> compare(field, value) != 0;
            case CONTAINS -> field.contains(value);
            case DOES_NOT_CONTAIN -> !field.contains(value);
            case BEGINS_WITH -> field.startsWith(value);
            case ENDS_WITH -> field.endsWith(value);
            case GREATER_THAN -> compare(field, value) > 0;
            case LESS_THAN -> compare(field, value) < 0;
        };
    }

    /** Times by their moment, numbers by their value, all else by its letters. */
    private static int compare(String field, String value) {
        var left = CablecastTime.read(field.toUpperCase(Locale.ROOT));
        var right = CablecastTime.read(value.toUpperCase(Locale.ROOT));
        if (left.isPresent() && right.isPresent()) {
            return left.get().compareTo(right.get());
        }
        return isNumber(field) && isNumber(value)
                ? new BigDecimal(field).compareTo(new BigDecimal(value))
                : field.compareTo(value);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,9})?");
    }
}
