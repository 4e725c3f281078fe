package dev.treaty.provider.verification.errors;

import dev.treaty.pacts.errors.SecretNames;
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

    /**
     * Secrets that are recognizable by their form: a JSON Web Token (RFC 7519), the credentials of an authentication scheme (RFC 9110,
     * 11.4), the user and password in a URL (RFC 3986, 3.2.1).
     */
    private static final Pattern TOKEN = Pattern.compile(
            "\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|(?<=\\b(?:Bearer|Basic) )[\\w~+/.-]{8,}=*|(?<=://)[^/?#@\\s]+(?=@)");

    private SecretMask() {}

    /** The text, with {@link #HIDDEN} for each secret that is recognizable by its name or its form. */
    public static String mask(String text) {
        var named = NAMED_VALUE.matcher(text).replaceAll(SecretMask::hidden);
        return TOKEN.matcher(named).replaceAll(HIDDEN);
    }

    private static String hidden(MatchResult value) {
        var replaced = value.group(1) == null ? value.group(3) + HIDDEN : value.group(1) + HIDDEN + value.group(2);
        return Matcher.quoteReplacement(replaced);
    }
}
