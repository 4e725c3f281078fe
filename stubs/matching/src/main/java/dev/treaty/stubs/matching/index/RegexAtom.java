package dev.treaty.stubs.matching.index;

import java.util.Optional;

/**
 * One piece of a regex, of the few kinds that are understood here. Each matches exactly one character.
 *
 * @param length its length in the regex
 * @param text the character that it matches; empty if it can match several, none of which is a slash
 */
record RegexAtom(int length, String text) {

    private static final String SPECIAL = ".?*+()[]{}^$\\|";

    /** Empty if it is of another kind, or could match a slash among others. */
    static Optional<RegexAtom> at(String regex, int start) {
        var c = regex.charAt(start);
        if (c == '\\') {
            return start + 1 < regex.length() ? escaped(regex.charAt(start + 1)) : Optional.empty();
        }
        if (c == '[') {
            return characterClass(regex, start);
        }
        return SPECIAL.indexOf(c) >= 0 || Character.isSurrogate(c)
                ? Optional.empty()
                : Optional.of(new RegexAtom(1, String.valueOf(c)));
    }

    /** The length of the quantifier at this index; 0 if there is none. */
    static int quantifierAt(String regex, int start) {
        if (start == regex.length()) {
            return 0;
        }
        var end = switch (regex.charAt(start)) {
            case '?', '*', '+' -> start + 1;
            case '{' -> Math.max(start, regex.indexOf('}', start) + 1);
            default -> start;
        };
        var isMore = end > start && end < regex.length() && (regex.charAt(end) == '?' || regex.charAt(end) == '+');
        return isMore ? end + 1 - start : end - start;
    }

    private static Optional<RegexAtom> escaped(char c) {
        if (c == 'd' || c == 'w') {
            return Optional.of(new RegexAtom(2, ""));
        }
        return Character.isLetterOrDigit(c) ? Optional.empty() : Optional.of(new RegexAtom(2, String.valueOf(c)));
    }

    private static Optional<RegexAtom> characterClass(String regex, int start) {
        var end = regex.indexOf(']', start + 1);
        if (end <= start + 1) {
            return Optional.empty();
        }
        var content = regex.substring(start + 1, end);
        var isNegated = content.startsWith("^");
        var isUnderstood = content.indexOf('[') < 0 && !content.contains("&&") && !content.endsWith("\\");
        var canBeSlash = isNegated ? content.indexOf('/') < 0 : mayBeSlash(content);
        return isUnderstood && !canBeSlash ? Optional.of(new RegexAtom(end + 1 - start, "")) : Optional.empty();
    }

    /** Only a range, an escape or the slash itself can match a slash. */
    private static boolean mayBeSlash(String content) {
        for (var i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            var isRange = i + 2 < content.length() && content.charAt(i + 1) == '-';
            if (c == '\\') {
                i++;
                if (i == content.length() || "dw._-".indexOf(content.charAt(i)) < 0) {
                    return true;
                }
            } else if (c == '/' || (isRange && c < '/' && content.charAt(i + 2) >= '/')) {
                return true;
            }
        }
        return false;
    }
}
