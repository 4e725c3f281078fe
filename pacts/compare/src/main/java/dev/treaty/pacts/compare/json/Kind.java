package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.EnumMap;
import java.util.Map;

/** The kinds of JSON values, and the texts that pact-jvm's rules see of them. Numbers are those of RFC 8259, section 6, with
 * exponents that Java can read. */
public enum Kind {
    /** The first is the simplest to read. */
    STRING,
    /** Without fraction and exponent. */
    INTEGER,
    /** True and false. */
    BOOLEAN,
    /** Only one value. */
    NULL,
    /** With a fraction or an exponent; 1.0 is one. */
    DECIMAL,
    /** A list. */
    ARRAY,
    /** An object. */
    OBJECT;

    private static final Map<Kind, TextSet> TEXTS = new EnumMap<>(Map.of(
            STRING,
            TextSets.WELL_FORMED,
            INTEGER,
            TextSets.matching("-?(?:0|[1-9][0-9]*)"),
            BOOLEAN,
            TextSets.matching("true|false"),
            NULL,
            TextSets.only("null"),
            DECIMAL,
            TextSets.matching("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+(?:[eE][+-]?[0-9]{1,9})?|[eE][+-]?[0-9]{1,9})"),
            ARRAY,
            new TextSet.Tested("a list", TextSets.machine("\\[[\\s\\S]*\\]"), Kind::isWritten),
            OBJECT,
            new TextSet.Tested("an object", TextSets.machine("\\{[\\s\\S]*\\}"), Kind::isWritten)));

    /** The texts of all values of this kind. */
    public TextSet texts() {
        return TEXTS.getOrDefault(this, TextSets.NONE);
    }

    /** The value with a text. */
    JsonValue value(String text) {
        return this == STRING ? new JsonValue.StringValue(text) : JsonParser.parseString(text);
    }

    /** The kind of a value. */
    public static Kind of(JsonValue value) {
        if (value instanceof JsonValue.StringValue) {
            return STRING;
        } else if (value instanceof JsonValue.Integer) {
            return INTEGER;
        } else if (value instanceof JsonValue.Decimal) {
            return DECIMAL;
        } else if (value instanceof JsonValue.Array) {
            return ARRAY;
        } else if (value instanceof JsonValue.Object) {
            return OBJECT;
        }
        return value instanceof JsonValue.Null ? NULL : BOOLEAN;
    }

    /** Whether it is the text that pact-jvm makes of a value, rather than another spelling of it. */
    private static boolean isWritten(String text) {
        try {
            return JsonParser.parseString(text).toString().equals(text);
        } catch (Exception e) { // of several types
            return false;
        }
    }
}
