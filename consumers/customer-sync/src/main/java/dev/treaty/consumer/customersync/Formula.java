package dev.treaty.consumer.customersync;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A condition in Airtable's language of formulas. What it compares with is escaped, whatever it contains.
 *
 * @see <a href="https://support.airtable.com/docs/formula-field-reference">Airtable, formula field reference</a>
 */
public record Formula(String text) {

    /** The field has exactly this text. */
    public static Formula isEqual(String field, String value) {
        return new Formula("{%s}=%s".formatted(field.replace("\\", "\\\\").replace("}", "\\}"), quoted(value)));
    }

    /** The record is one of these. */
    static Formula hasId(Collection<String> ids) {
        return new Formula(
                ids.stream().map(id -> "RECORD_ID()=" + quoted(id)).collect(Collectors.joining(",", "OR(", ")")));
    }

    private static String quoted(String text) {
        return "'%s'"
                .formatted(text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"));
    }

    @Override
    public String toString() {
        return text;
    }
}
