package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.HeaderMatcher;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSet.Tested;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets of media types in a header, as pact-jvm reads them. */
final class MediaTypes {

    private static final String SPACES = "[ \\t]*";

    private MediaTypes() {}

    /** The values that pact-jvm takes for an expected one without rules: the same type in any case, with the same parameters or more. */
    static TextSet like(String expected) {
        var type = expected.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        var anyParameters =
                TextSets.matching(SPACES + "(?i:" + Pattern.quote(type) + ")" + SPACES + "(?:;[^;]*=[^;]*)*");
        if (!expected.contains(";")) {
            return anyParameters;
        }
        return new Every(List.of(
                anyParameters,
                new Tested(
                        "like " + canonical(expected),
                        TextSets.machine(Pattern.quote(expected.strip())),
                        Optional.empty(),
                        text -> isLike(expected, text))));
    }

    /** Without white space, and with types and values in lower case, which pact-jvm does not compare; names of parameters are. */
    private static String canonical(String expected) {
        var parts = Arrays.stream(expected.split(";", -1)).map(String::strip).toList();
        var parameters = parts.stream()
                .skip(1)
                .map(parameter -> parameter.split("=", 2))
                .map(parameter -> parameter[0].strip() + "="
                        + (parameter.length == 1 ? "" : parameter[1].strip().toLowerCase(Locale.ROOT)))
                .sorted();
        return Stream.concat(Stream.of(parts.get(0).toLowerCase(Locale.ROOT)), parameters)
                .collect(Collectors.joining(";"));
    }

    private static boolean isLike(String expected, String actual) {
        try {
            return HeaderMatcher.INSTANCE.matchHeaderWithParameters("Content-Type", expected, actual) == null;
        } catch (Exception e) { // a parameter without a value
            return false;
        }
    }

    /** The values that say that a body has a type, e.g. {@code "application/json"}; or no type, so that pact-jvm finds out what the body is. */
    static TextSet ofBody(String baseType) {
        var parts = baseType.split("/", 2);
        return parts.length < 2
                ? TextSets.EVERY
                : TextSets.matching("(?:%1$s(?i:%2$s)%1$s/%1$s(?i:%3$s)%1$s(?:;[ \\t!-~]*)?|(?:%1$s;[ \\t!-~]*)?)"
                        .formatted(SPACES, Pattern.quote(parts[0]), Pattern.quote(parts[1])));
    }
}
