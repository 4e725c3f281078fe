package dev.treaty.pacts.compare.regex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which characters the part of a regex matches that stands for one character: {@code \d}, {@code [^a-z]}, {@code .} and so on. Java itself
 * is asked about every character, so that nothing depends on how we read Java's rules.
 */
final class CharacterSets {

    /** Without anything that can tell one character beyond the Basic Multilingual Plane from another. */
    private static final Pattern UNIFORM = Pattern.compile("(?:[\\x00-\\x7F&&[^\\\\]]|\\\\[^pPxuNXRkcQ0])*");

    private static final Map<Key, CodePoints> KNOWN = new ConcurrentHashMap<>();

    private CharacterSets() {}

    /** @param flags of {@link Pattern} */
    static CodePoints of(String regex, int flags) {
        return KNOWN.computeIfAbsent(new Key(regex, flags), CharacterSets::compute);
    }

    private static CodePoints compute(Key key) {
        var matcher = Pattern.compile(key.regex(), key.flags()).matcher("");
        return UNIFORM.matcher(key.regex()).matches()
                ? CodePoints.whereUniform(codePoint ->
                        matcher.reset(Character.toString(codePoint)).matches())
                : CodePoints.where(codePoint ->
                        matcher.reset(Character.toString(codePoint)).matches());
    }

    private record Key(String regex, int flags) {}
}
