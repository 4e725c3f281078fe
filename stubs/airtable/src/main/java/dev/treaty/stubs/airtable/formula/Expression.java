package dev.treaty.stubs.airtable.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.MathContext;
import java.util.List;

/** A part of a formula that has a value for each record. */
sealed interface Expression {

    JsonNode value(Row row);

    /** The same value for all records. */
    record Constant(JsonNode value) implements Expression {
        @Override
        public JsonNode value(Row row) {
            return value;
        }
    }

    /** The value of a field. */
    record FieldValue(String field) implements Expression {
        @Override
        public JsonNode value(Row row) {
            return row.value(field);
        }
    }

    /** The value of a function. */
    record Call(FormulaFunction function, List<Expression> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
            function.check(arguments.size());
        }

        @Override
        public JsonNode value(Row row) {
            return function.apply(
                    row, arguments.stream().map(argument -> argument.value(row)).toList());
        }
    }

    /** Two values and what is between them. */
    record Operation(String operator, Expression left, Expression right) implements Expression {
        @Override
        public JsonNode value(Row row) {
            var first = left.value(row);
            var second = right.value(row);
            return switch (operator) {
                case "=" -> Values.of(Values.compare(first, second) == 0);
                case "!=", "<>" -> Values.of(Values.compare(first, second) != 0);
                case "<" -> Values.of(Values.compare(first, second) < 0);
                case ">" -> Values.of(Values.compare(first, second) > 0);
                case "<=" -> Values.of(Values.compare(first, second) <= 0);
                case ">=" -> Values.of(Values.compare(first, second) >= 0);
                case "&" -> Values.of(Values.text(first) + Values.text(second));
                case "+" -> Values.of(Values.number(first).add(Values.number(second)));
                case "-" -> Values.of(Values.number(first).subtract(Values.number(second)));
                case "*" -> Values.of(Values.number(first).multiply(Values.number(second), MathContext.DECIMAL64));
                case "/" -> quotient(first, second);
                default -> throw new IllegalStateException(operator);
            };
        }

        private static JsonNode quotient(JsonNode first, JsonNode second) {
            if (Values.number(second).signum() == 0) {
                return Values.BLANK; // Airtable shows #ERROR!, which no filter accepts
            }
            return Values.of(Values.number(first).divide(Values.number(second), MathContext.DECIMAL64));
        }
    }
}
