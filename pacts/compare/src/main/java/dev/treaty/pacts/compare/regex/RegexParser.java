package dev.treaty.pacts.compare.regex;

import dev.treaty.pacts.compare.regex.RegexNode.Choice;
import dev.treaty.pacts.compare.regex.RegexNode.End;
import dev.treaty.pacts.compare.regex.RegexNode.LookAhead;
import dev.treaty.pacts.compare.regex.RegexNode.OneOf;
import dev.treaty.pacts.compare.regex.RegexNode.Repetition;
import dev.treaty.pacts.compare.regex.RegexNode.Sequence;
import dev.treaty.pacts.compare.regex.RegexNode.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a regex that {@link Pattern} accepts. Only what says how characters follow each other is understood here; which characters a class or
 * an escape stands for is left to Java ({@link CharacterSets}).
 */
final class RegexParser {

    private static final int KNOWN_FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.MULTILINE;

    /** What follows a backslash and stands for one character; beyond it, the characters that belong to the escape. */
    private static final Pattern ONE_CHARACTER =
            Pattern.compile("\\\\(?:[dDwWsShHvVtnrfae]|[pP](?:\\{[^}]*\\}|.)|x(?:\\{[0-9a-fA-F]+\\}|[0-9a-fA-F]{2})"
                    + "|u[0-9a-fA-F]{4}|0[0-3]?[0-7]{1,2}|c.|[^A-Za-z0-9])");

    private static final Pattern FLAGS_ONLY = Pattern.compile("\\?[a-zA-Z-]*\\)");

    private final String regex;
    private int next;
    private int flags;

    private RegexParser(String regex, int flags) {
        this.regex = regex;
        this.flags = flags;
    }

    /**
     * @param flags of {@link Pattern}
     * @throws UnsupportedRegex for what is not understood
     */
    static RegexNode parse(String regex, int flags) {
        var parser = new RegexParser(regex, flags);
        parser.requireKnownFlags();
        var node = parser.choice();
        if (parser.next < regex.length()) {
            throw new UnsupportedRegex("an unexpected " + regex.charAt(parser.next));
        }
        return node;
    }

    private void requireKnownFlags() {
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw new UnsupportedRegex("flags");
        }
    }

    private RegexNode choice() {
        var alternatives = new ArrayList<RegexNode>(List.of(sequence()));
        while (isNext('|')) {
            next++;
            alternatives.add(sequence());
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Choice(alternatives);
    }

    private RegexNode sequence() {
        var parts = new ArrayList<RegexNode>();
        while (next < regex.length() && !isNext('|') && !isNext(')')) {
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
    }

    private boolean isNext(char c) {
        return next < regex.length() && regex.charAt(next) == c;
    }

    // --- how often ---

    private RegexNode quantified(RegexNode atom) {
        if (next >= regex.length() || "*+?{".indexOf(regex.charAt(next)) < 0) {
            return atom;
        }
        var result = repetition(atom);
        if (isNext('+')) {
            throw new UnsupportedRegex("a possessive quantifier");
        }
        if (isNext('?')) {
            next++; // a reluctant quantifier matches the same whole texts
        }
        if (next < regex.length() && "*+?{".indexOf(regex.charAt(next)) >= 0) {
            throw new UnsupportedRegex("a quantifier of a quantifier");
        }
        return result;
    }

    private RegexNode repetition(RegexNode atom) {
        return switch (regex.charAt(next++)) {
            case '*' -> new Repetition(atom, 0, Repetition.UNLIMITED);
            case '+' -> new Repetition(atom, 1, Repetition.UNLIMITED);
            case '?' -> new Repetition(atom, 0, 1);
            default -> counted(atom);
        };
    }

    private RegexNode counted(RegexNode atom) {
        var end = regex.indexOf('}', next);
        var range = regex.substring(next, end).split(",", -1);
        next = end + 1;
        var least = count(range[0]);
        if (range.length == 1) {
            return new Repetition(atom, least, least);
        }
        return new Repetition(atom, least, range[1].isEmpty() ? Repetition.UNLIMITED : count(range[1]));
    }

    private static int count(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            throw new UnsupportedRegex("the quantifier " + digits);
        }
        return Integer.parseInt(digits);
    }

    // --- what ---

    private RegexNode atom() {
        var c = regex.charAt(next);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '.' -> {
                next++;
                yield new OneOf(CharacterSets.of(".", flags));
            }
            case '^' -> start(1);
            case '$' -> end(1);
            case '*', '+', '?', '{' -> throw new UnsupportedRegex("a quantifier of nothing");
            default -> literal();
        };
    }

    private RegexNode literal() {
        var codePoint = regex.codePointAt(next);
        next += Character.charCount(codePoint);
        return literal(codePoint);
    }

    private RegexNode literal(int codePoint) {
        if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
            throw new UnsupportedRegex("half of a surrogate pair");
        }
        var hasCase = codePoint < 0x80 && Character.isLetter(codePoint); // other letters have only with UNICODE_CASE
        return (flags & Pattern.CASE_INSENSITIVE) != 0 && hasCase
                ? new OneOf(CharacterSets.of(Character.toString(codePoint), flags))
                : new OneOf(CodePoints.of(codePoint));
    }

    /** With several lines, {@code ^} and {@code $} match inside a text, too. */
    private RegexNode start(int length) {
        next += length;
        requireOneLine();
        return new Start();
    }

    private RegexNode end(int length) {
        next += length;
        requireOneLine();
        return new End();
    }

    private void requireOneLine() {
        if ((flags & Pattern.MULTILINE) != 0) {
            throw new UnsupportedRegex("an anchor in several lines");
        }
    }

    private RegexNode escape() {
        if (regex.startsWith("\\Q", next)) {
            return quotation();
        }
        if (regex.startsWith("\\A", next)) {
            return start(2);
        }
        if (regex.startsWith("\\z", next) || regex.startsWith("\\Z", next)) {
            return end(2);
        }
        var matcher = ONE_CHARACTER.matcher(regex).region(next, regex.length());
        if (!matcher.lookingAt()) {
            throw new UnsupportedRegex("the escape " + regex.substring(next, Math.min(next + 2, regex.length())));
        }
        next = matcher.end();
        return new OneOf(CharacterSets.of(matcher.group(), flags));
    }

    private RegexNode quotation() {
        var end = regex.indexOf("\\E", next);
        var quoted = regex.substring(next + 2, end < 0 ? regex.length() : end);
        next = end < 0 ? regex.length() : end + 2;
        if (isQuantifierNext()) {
            throw new UnsupportedRegex("a quantifier of a quotation"); // applies to its last character only
        }
        return new Sequence(quoted.codePoints().mapToObj(this::literal).toList());
    }

    private boolean isQuantifierNext() {
        return next < regex.length() && "*+?{".indexOf(regex.charAt(next)) >= 0;
    }

    private RegexNode characterClass() {
        var start = next++;
        skipClass();
        var text = regex.substring(start, next);
        if (text.contains("\\Q")) {
            throw new UnsupportedRegex("a quotation in a class");
        }
        return new OneOf(CharacterSets.of(text, flags));
    }

    private void skipClass() {
        next += isNext('^') ? 1 : 0;
        next += isNext(']') ? 1 : 0;
        while (!isNext(']')) {
            if (next >= regex.length()) {
                throw new UnsupportedRegex("a class without an end");
            }
            var c = regex.charAt(next++);
            if (c == '[') {
                skipClass();
            } else if (c == '\\') {
                next++;
            }
        }
        next++;
    }

    // --- groups ---

    private RegexNode group() {
        next++;
        if (FLAGS_ONLY.matcher(regex).region(next, regex.length()).lookingAt()) {
            return flagsOnly();
        }
        var outside = flags;
        var node = isNext('?') ? specialGroup() : closed(choice());
        flags = outside;
        return node;
    }

    /** {@code (?i)} holds to the end of the group around it. */
    private RegexNode flagsOnly() {
        var end = regex.indexOf(')', next);
        setFlags(regex.substring(next + 1, end));
        next = end + 1;
        if (isQuantifierNext()) {
            throw new UnsupportedRegex("a quantifier of flags");
        }
        return new Sequence(List.of());
    }

    private RegexNode closed(RegexNode node) {
        if (!isNext(')')) {
            throw new UnsupportedRegex("a group without an end");
        }
        next++;
        return node;
    }

    private RegexNode specialGroup() {
        next++;
        if (isNext('=') || isNext('!')) {
            var isWanted = regex.charAt(next++) == '=';
            return new LookAhead(closed(choice()), isWanted);
        }
        if (regex.startsWith("<=", next) || regex.startsWith("<!", next) || isNext('>')) {
            throw new UnsupportedRegex("a group that looks behind or does not backtrack");
        }
        if (isNext('<')) {
            next = regex.indexOf('>', next) + 1;
            return closed(choice());
        }
        return flagGroup();
    }

    private RegexNode flagGroup() {
        var end = regex.indexOf(':', next);
        setFlags(regex.substring(next, end));
        next = end + 1;
        return closed(choice());
    }

    private void setFlags(String letters) {
        var isOn = true;
        for (var i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            var flag = flag(letter);
            flags = isOn ? flags | flag : flags & ~flag;
            isOn &= letter != '-';
        }
    }

    private static int flag(char letter) {
        return switch (letter) {
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 's' -> Pattern.DOTALL;
            case 'm' -> Pattern.MULTILINE;
            case '-' -> 0;
            default -> throw new UnsupportedRegex("the flag " + letter);
        };
    }
}
