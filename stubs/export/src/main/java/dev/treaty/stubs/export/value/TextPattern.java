package dev.treaty.stubs.export.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a text must be, as a WireMock pattern. */
public sealed interface TextPattern {

    /** The pattern in a mapping, e.g. {@code {"equalTo": "eur"}}. */
    ObjectNode json();

    /** The same as a regex that the whole text must match; a dot in it does not match the end of a line. */
    String regex();

    /** The name of the pattern, e.g. {@code "equalTo"}. */
    default String name() {
        return json().fieldNames().next();
    }

    /** Exactly this text. */
    record Equal(String text) implements TextPattern {

        @Override
        public ObjectNode json() {
            return one("equalTo", text);
        }

        @Override
        public String regex() {
            return Regexes.quote(text);
        }
    }

    /** A text that contains this one. */
    record Contains(String text) implements TextPattern {

        @Override
        public ObjectNode json() {
            return one("contains", text);
        }

        @Override
        public String regex() {
            return "(?s:.*)" + Regexes.quote(text) + "(?s:.*)";
        }
    }

    /** A text that this regex matches as a whole. */
    record Matches(String regex) implements TextPattern {

        public static final Matches ANYTHING = new Matches("(?s:.*)");

        @Override
        public ObjectNode json() {
            return one("matches", equals(ANYTHING) ? ".*" : Regexes.dotIsNoLineEnd(regex));
        }
    }

    private static ObjectNode one(String operator, String operand) {
        return JsonNodeFactory.instance.objectNode().put(operator, operand);
    }
}
