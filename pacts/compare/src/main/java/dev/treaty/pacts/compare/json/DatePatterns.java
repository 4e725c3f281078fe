package dev.treaty.pacts.compare.json;

import dev.treaty.pacts.compare.text.StateMachine;
import dev.treaty.pacts.compare.text.TextSets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known about the texts that a pattern for dates and times reads. pact-jvm reads them leniently, with two libraries, so only a test says
 * whether a text is read; but what is not a letter in the pattern must be in the text.
 */
final class DatePatterns {

    /** Numbers, each with the letters that the pattern has for it; quoted text; other letters; anything else. */
    private static final Pattern PARTS = Pattern.compile(
            "(y+|u+|d+|H+|h+|K+|k+|m+|s+|S+|(?<![ML])(?:M|L){1,2}(?![ML]))|'([^']*)'|([a-zA-Z]+)|(.)", Pattern.DOTALL);

    /** Digits of any script, after white space or a sign. */
    private static final String NUMBER = "[+-]?[^!-/:-~]+";

    private static final List<Instant> INSTANTS =
            List.of(Instant.parse("2001-02-03T04:05:06.007Z"), Instant.parse("2026-12-31T23:59:59.999Z"));

    private DatePatterns() {}

    /** Beyond these, no text is read. Empty for patterns with optional parts, or with an apostrophe. */
    static Optional<StateMachine> most(String pattern) {
        if (pattern.contains("''") || pattern.matches(".*[\\[\\]{}#].*")) {
            return Optional.empty();
        }
        var regex = new StringBuilder();
        var parts = PARTS.matcher(pattern);
        while (parts.find()) {
            regex.append(texts(parts));
        }
        return TextSets.machine(regex.toString());
    }

    private static String texts(Matcher part) {
        if (part.group(1) != null) {
            return NUMBER;
        } else if (part.group(2) != null) {
            return Pattern.quote(part.group(2));
        }
        return part.group(3) != null ? "[\\s\\S]*" : Pattern.quote(part.group());
    }

    /** Some texts that are read, probably. */
    static List<String> samples(String pattern) {
        try {
            var formatter = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
            return INSTANTS.stream().map(formatter::format).toList();
        } catch (Exception e) { // of several types
            return List.of();
        }
    }
}
