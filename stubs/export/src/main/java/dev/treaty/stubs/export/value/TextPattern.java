package dev.treaty.stubs.export.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a text must be, in WireMock's words. */
public sealed interface TextPattern {

    /** A pattern of WireMock, e.g. {@code {"equalTo": "eur"}}. */
    ObjectNode json();

    /** The same as a regex that all of the text must match; a dot in it is no end of a line. */
    String regex();

    /** The name of the pattern, e.g. {@code "equalTo"}. */
    default String name() {
        return json().fieldNames().next();
    }

    /** Just this text. */
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

    /** A text with this in it. */
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

    /** A text that all of this matches. */
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
