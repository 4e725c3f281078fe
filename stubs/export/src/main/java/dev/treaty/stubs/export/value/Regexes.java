package dev.treaty.stubs.export.value;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of {@link Pattern}, which Pact and WireMock both use, but with different flags. */
public final class Regexes {

    private static final String SPECIAL = ".?*+()[]{}^$\\|";

    /** A regex that contains a dot outside of an escape. */
    private static final Pattern HAS_DOT = Pattern.compile("(?s)(?:[^\\\\.]|\\\\.)*\\..*");

    private Regexes() {}

    /** Matches exactly this text, and stays as readable as possible. */
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

    /** Whether a text contains characters that are special in a regex. */
    public static boolean isSpecial(String text) {
        return text.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0);
    }

    /** Whether Java can compile it. */
    public static boolean isValid(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** For places where a dot means any character: makes it mean any except the end of a line, as in Pact. */
    static String dotIsNoLineEnd(String regex) {
        return HAS_DOT.matcher(regex).matches() ? "(?-s)" + regex : regex;
    }

    /** In a group, if it needs one. */
    public static String group(String regex) {
        return regex.indexOf('|') >= 0 ? "(?:" + regex + ")" : regex;
    }

    /** For places where a match anywhere in the text is enough: makes it match the whole text. */
    public static String whole(String regex) {
        return "^" + group(regex) + "\\z";
    }
}
