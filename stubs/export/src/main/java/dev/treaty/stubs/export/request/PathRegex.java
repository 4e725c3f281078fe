package dev.treaty.stubs.export.request;

import java.util.Optional;
import java.util.regex.Pattern;

/** Adapts the regex of a path to a whole URL: it must not match any of the query. */
final class PathRegex {

    /** Escapes that cannot match a question mark. */
    private static final Pattern HARMLESS_ESCAPE = Pattern.compile("\\\\(?:[dwsbt]|[^a-zA-Z0-9?])");

    private PathRegex() {}

    /**
     * The same regex, but its dots and negated classes do not match a question mark; empty if something else in it could, such
     * as {@code \S} or a group with flags.
     */
    static Optional<String> confined(String regex) {
        var confined = new StringBuilder();
        for (var i = 0; i < regex.length(); ) {
            var next = token(regex, i);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            confined.append(next.get().confined());
            i += next.get().length();
        }
        return Optional.of(confined.toString());
    }

    private record Token(int length, String confined) {}

    private static Optional<Token> token(String regex, int at) {
        return switch (regex.charAt(at)) {
            case '\\' -> escape(regex, at);
            case '[' -> characterClass(regex, at);
            case '.' -> Optional.of(new Token(1, "[^?]"));
            case '(' -> group(regex, at);
            default -> Optional.of(new Token(1, String.valueOf(regex.charAt(at))));
        };
    }

    private static Optional<Token> escape(String regex, int at) {
        var escape = regex.substring(at, Math.min(at + 2, regex.length()));
        return HARMLESS_ESCAPE.matcher(escape).matches() ? Optional.of(new Token(2, escape)) : Optional.empty();
    }

    /** Simple ones: no nested class, and only escapes for digits and word characters. */
    private static Optional<Token> characterClass(String regex, int at) {
        var end = regex.indexOf(']', at + 2);
        if (end < 0) {
            return Optional.empty();
        }
        var members = regex.substring(at + 1, end);
        var negated = members.startsWith("^");
        if (members.contains("[")
                || members.contains("&&")
                || members.endsWith("\\")
                || (!negated && !Pattern.matches("(?:[\\w/.~:@!$&'()*+,;=%-]|\\\\[dw.-])+", members))) {
            return Optional.empty();
        }
        var inside = negated ? "^?" + members.substring(1) : members;
        return Optional.of(new Token(end + 1 - at, "[" + inside + "]"));
    }

    private static Optional<Token> group(String regex, int at) {
        if (!regex.startsWith("(?", at)) {
            return Optional.of(new Token(1, "("));
        }
        return regex.startsWith("(?:", at) ? Optional.of(new Token(3, "(?:")) : Optional.empty();
    }
}
