package dev.treaty.stubs.airtable.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word of a formula.
 *
 * @param text of a text, without quotes and escapes; of a field, without braces
 */
record Token(Kind kind, String text) {

    private static final Set<String> LONG_OPERATORS = Set.of("!=", "<=", ">=", "<>");
    private static final String OPERATORS = "=<>&+-*/";
    private static final Map<Character, Kind> PUNCTUATION = Map.of('(', Kind.OPEN, ')', Kind.CLOSE, ',', Kind.COMMA);
    private static final Map<Character, Character> ESCAPES = Map.of('n', '\n', 't', '\t', 'r', '\r');

    /** What a word is. */
    enum Kind {
        TEXT,
        NUMBER,
        FIELD,
        NAME,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    /**
     * Takes a formula apart; the last token is the end.
     *
     * @throws FormulaException if it has a text or a field without an end, or a character that has no place there
     */
    static List<Token> all(String formula) {
        var tokens = new ArrayList<Token>();
        var position = new Position(formula);
        while (position.skipSpace()) {
            tokens.add(next(position));
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static Token next(Position position) {
        var first = position.current();
        if (first == '\'' || first == '"') {
            return new Token(Kind.TEXT, position.quoted(first));
        }
        if (first == '{') {
            return new Token(Kind.FIELD, position.quoted('}'));
        }
        if (Character.isDigit(first) || first == '.') {
            return new Token(Kind.NUMBER, position.take("0123456789."));
        }
        if (Character.isLetter(first) || first == '_') {
            return new Token(Kind.NAME, position.word());
        }
        var punctuation = PUNCTUATION.get(first);
        if (punctuation != null) {
            position.step();
            return new Token(punctuation, String.valueOf(first));
        }
        if (OPERATORS.indexOf(first) >= 0 || first == '!') {
            return new Token(Kind.OPERATOR, position.operator());
        }
        throw FormulaException.wrong("Invalid character: " + first);
    }

    /** How far a formula was read. */
    private static final class Position {

        private final String formula;
        private int index;

        Position(String formula) {
            this.formula = formula;
        }

        boolean skipSpace() {
            while (index < formula.length() && Character.isWhitespace(formula.charAt(index))) {
                index++;
            }
            return index < formula.length();
        }

        char current() {
            return formula.charAt(index);
        }

        void step() {
            index++;
        }

        /** What is up to a character, with backslashes before what is meant literally. */
        String quoted(char end) {
            var text = new StringBuilder();
            for (index++; index < formula.length(); index++) {
                var character = formula.charAt(index);
                if (character == end) {
                    index++;
                    return text.toString();
                }
                if (character == '\\' && index + 1 < formula.length()) {
                    character = formula.charAt(++index);
                    character = ESCAPES.getOrDefault(character, character);
                }
                text.append(character);
            }
            throw FormulaException.wrong("Missing " + end);
        }

        String take(String characters) {
            var start = index;
            while (index < formula.length() && characters.indexOf(formula.charAt(index)) >= 0) {
                index++;
            }
            return formula.substring(start, index);
        }

        String word() {
            var start = index;
            while (index < formula.length()
                    && (Character.isLetterOrDigit(formula.charAt(index)) || formula.charAt(index) == '_')) {
                index++;
            }
            return formula.substring(start, index);
        }

        String operator() {
            if (index + 1 < formula.length() && LONG_OPERATORS.contains(formula.substring(index, index + 2))) {
                index += 2;
                return formula.substring(index - 2, index);
            }
            if (current() == '!') {
                throw FormulaException.wrong("Invalid character: !");
            }
            return String.valueOf(formula.charAt(index++));
        }
    }
}
