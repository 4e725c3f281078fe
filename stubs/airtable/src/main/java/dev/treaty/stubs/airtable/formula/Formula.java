package dev.treaty.stubs.airtable.formula;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A formula: fields in braces, texts, numbers, operators, and the functions of {@link FormulaFunction}. What it does not know is refused.
 *
 * @see <a href="https://support.airtable.com/docs/formula-field-reference">Airtable, formula field reference</a>
 */
public final class Formula {

    private final Expression expression;
    private final Set<String> fields;

    private Formula(Expression expression, Set<String> fields) {
        this.expression = expression;
        this.fields = Set.copyOf(fields);
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaException if it is wrong, or has a function that the replay does not know
     */
    public static Formula parse(String text) {
        var fields = new LinkedHashSet<String>();
        return new Formula(new FormulaParser(Token.all(text), fields).parse(), fields);
    }

    /** The names or ids of the fields in it. */
    public Set<String> fields() {
        return fields;
    }

    /**
     * Whether it is true for a record: neither blank, nor an empty text, nor 0, nor false.
     *
     * @throws FormulaException if it computes with what is not a number
     */
    public boolean accepts(Row row) {
        return Values.isTrue(expression.value(row));
    }
}
