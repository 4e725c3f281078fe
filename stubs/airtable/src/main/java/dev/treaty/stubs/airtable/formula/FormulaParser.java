package dev.treaty.stubs.airtable.formula;

import dev.treaty.stubs.airtable.formula.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tokens of a formula: comparisons bind least, then {@code &}, then sums, then products, then signs. */
final class FormulaParser {

    private static final List<Set<String>> LEVELS =
            List.of(Set.of("=", "!=", "<>", "<", ">", "<=", ">="), Set.of("&"), Set.of("+", "-"), Set.of("*", "/"));

    /** More than people write; a formula of nothing but parentheses must not exhaust the stack. */
    private static final int DEEPEST = 200;

    /** Each operation of a chain takes a part of the stack, too. */
    private static final int LONGEST = 1_000;

    private final List<Token> tokens;
    private final Set<String> fields;
    private int index;
    private int depth;

    /** @param fields to which those of the formula are added */
    FormulaParser(List<Token> tokens, Set<String> fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    Expression parse() {
        var expression = level(0);
        if (current().kind() != Kind.END) {
            throw FormulaException.wrong("Unexpected \"%s\"".formatted(current().text()));
        }
        return expression;
    }

    private Expression level(int level) {
        if (level == LEVELS.size()) {
            return signed();
        }
        var left = level(level + 1);
        for (var operations = 0;
                current().kind() == Kind.OPERATOR
                        && LEVELS.get(level).contains(current().text());
                operations++) {
            if (operations > LONGEST) {
                throw FormulaException.wrong("The formula is too long");
            }
            var operator = take().text();
            left = new Expression.Operation(operator, left, level(level + 1));
        }
        return left;
    }

    private Expression signed() {
        if (++depth > DEEPEST) {
            throw FormulaException.wrong("The formula is nested too deeply");
        }
        var expression = (current().kind() == Kind.OPERATOR && current().text().equals("-")) ? negated() : primary();
        depth--;
        return expression;
    }

    private Expression negated() {
        take();
        return new Expression.Operation("-", new Expression.Constant(Values.of(0)), signed());
    }

    private Expression primary() {
        var token = take();
        return switch (token.kind()) {
            case TEXT -> new Expression.Constant(Values.of(token.text()));
            case NUMBER -> new Expression.Constant(Values.of(number(token.text())));
            case FIELD -> field(token.text());
            case NAME -> current().kind() == Kind.OPEN ? call(token.text()) : field(token.text());
            case OPEN -> inParentheses();
            case OPERATOR, CLOSE, COMMA, END ->
                throw FormulaException.wrong(
                        token.kind() == Kind.END ? "Unexpected end" : "Unexpected \"%s\"".formatted(token.text()));
        };
    }

    private Expression field(String name) {
        fields.add(name);
        return new Expression.FieldValue(name);
    }

    private Expression inParentheses() {
        var expression = level(0);
        expect(Kind.CLOSE, ")");
        return expression;
    }

    private Expression call(String name) {
        var function =
                FormulaFunction.called(name).orElseThrow(() -> FormulaException.notCovered("the function " + name));
        var arguments = new ArrayList<Expression>();
        take();
        while (current().kind() != Kind.CLOSE) {
            if (!arguments.isEmpty()) {
                expect(Kind.COMMA, ",");
            }
            arguments.add(level(0));
        }
        take();
        return new Expression.Call(function, arguments);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw FormulaException.wrong("\"%s\" is not a number".formatted(text));
        }
    }

    private void expect(Kind kind, String text) {
        if (take().kind() != kind) {
            throw FormulaException.wrong("Missing " + text);
        }
    }

    private Token current() {
        return tokens.get(index);
    }

    /** The end is never passed. */
    private Token take() {
        var token = tokens.get(index);
        if (token.kind() != Kind.END) {
            index++;
        }
        return token;
    }
}
