package dev.treaty.pacts.compare.interaction;

import java.util.stream.Stream;

/** How each text begins that a regex matches as a whole, as far as that is easily seen. */
final class PathStart {

    private static final String LITERAL = "/_~:@,;=!&%-";
    private static final String QUANTIFIERS = "?*+{";

    private PathStart() {}

    /** The literal characters with which a regex begins; empty if it has none, or alternatives outside of groups. */
    static String ofRegex(String regex) {
        if (hasAlternatives(regex)) {
            return "";
        }
        var end = 0;
        while (end < regex.length() && isLiteral(regex.charAt(end))) {
            end++;
        }
        var isLastRepeated = end < regex.length() && QUANTIFIERS.indexOf(regex.charAt(end)) >= 0;
        return regex.substring(0, isLastRepeated && end > 0 ? end - 1 : end);
    }

    private static boolean isLiteral(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || LITERAL.indexOf(character) >= 0;
    }

    /** Whether there may be alternatives outside of groups. Where classes, quotations or comments could hide that, it says yes. */
    private static boolean hasAlternatives(String regex) {
        if (!regex.contains("|")) {
            return false;
        }
        return regex.contains("[") || regex.contains("#") || regex.contains("\\Q") || hasBarOutsideOfGroups(regex);
    }

    private static boolean hasBarOutsideOfGroups(String regex) {
        var depth = 0;
        for (var i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** How all of them begin. */
    static String common(Stream<String> texts) {
        return texts.reduce(PathStart::common).orElse("");
    }

    private static String common(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
