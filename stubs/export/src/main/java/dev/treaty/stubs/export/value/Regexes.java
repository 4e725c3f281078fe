package dev.treaty.stubs.export.value;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of {@link Pattern}, which both Pact and WireMock use, but with other flags. */
public final class Regexes {

    private static final String SPECIAL = ".?*+()[]{}^$\\|";

    /** Flags that a pattern sets for itself, in front. */
    private static final Pattern HAS_DOT = Pattern.compile("(?s)(?:[^\\\\.]|\\\\.)*\\..*");

    private Regexes() {}

    /** Matches just this text, and is as readable as can be. */
    public static String quote(String text) {
        var quoted = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (SPECIAL.indexOf(character) >= 0) {
                quoted.append('\\');
            }
            quoted.append(character);
        }
        return quoted.toString();
    }

    /** Whether a text is a regex that says more than itself. */
    public static boolean isSpecial(String text) {
        return text.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0);
    }

    public static boolean isValid(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** For where a dot means any character: there it shall mean any but the end of a line, as in Pact. */
    static String dotIsNoLineEnd(String regex) {
        return HAS_DOT.matcher(regex).matches() ? "(?-s)" + regex : regex;
    }

    /** In a group, if that changes anything. */
    public static String group(String regex) {
        return regex.indexOf('|') >= 0 ? "(?:" + regex + ")" : regex;
    }

    /** For where a match anywhere in the text is enough: all of the text must match. */
    public static String whole(String regex) {
        return "^" + group(regex) + "\\z";
    }
}
