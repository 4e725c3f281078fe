package dev.treaty.provider.verification.errors;

import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks tokens, passwords and keys in everything that a verification prints. */
public final class SecretMask {

    /** Stands in for a secret. */
    public static final String HIDDEN = "<hidden>";

    private static final String NAME = "[\\w-]*" + SecretNames.REGEX + "[\\w-]*";

    /** {@code "password": "…"} in JSON; {@code password=…} in the text of a map, up to the next entry, or in a form. */
    private static final Pattern NAMED_VALUE =
            Pattern.compile("(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*(\")|(\\b" + NAME + "=)[^,}&]+()");

    private SecretMask() {}

    /** The text, with {@link #HIDDEN} for each secret that is recognizable by its name or its form. */
    public static String mask(String text) {
        var named = NAMED_VALUE.matcher(text).replaceAll(SecretMask::hidden);
        return SecretValues.replace(named, HIDDEN);
    }

    private static String hidden(MatchResult value) {
        var replaced = value.group(1) == null ? value.group(3) + HIDDEN : value.group(1) + HIDDEN + value.group(2);
        return Matcher.quoteReplacement(replaced);
    }
}
