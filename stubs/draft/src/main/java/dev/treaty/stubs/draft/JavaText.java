package dev.treaty.stubs.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Pieces of Java source that any text may become. */
final class JavaText {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** More is not a name any more. */
    private static final int LONGEST_NAME = 40;

    private JavaText() {}

    /** A string literal. No backslash of the text is left alone, so that none can begin a Unicode escape. */
    static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            switch (character) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (isPlain(character)) {
                        literal.append(character);
                    } else {
                        literal.append("\\u%04x".formatted((int) character));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** Neither invisible nor half of a pair, nor a mark that turns the direction of what follows. */
    private static boolean isPlain(char character) {
        var type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** A name in camel case that is not among those in use, e.g. {@code "paymentIntents"}. */
    static String variable(String text, String otherwise, Set<String> used) {
        var camel = decapitalized(capitalized(text));
        var name = SourceVersion.isName(camel) ? camel : otherwise;
        var unique = name;
        for (var number = 2; used.contains(unique); number++) {
            unique = name + number;
        }
        return unique;
    }

    /** The words of a text, each with a capital letter, e.g. {@code "V1PaymentIntents"}. */
    static String capitalized(String text) {
        var words = NOT_IN_NAMES
                .splitAsStream(HUMP.matcher(text).replaceAll(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME);
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
