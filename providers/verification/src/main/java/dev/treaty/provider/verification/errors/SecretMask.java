package dev.treaty.provider.verification.errors;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps tokens, passwords and keys out of what a verification says. */
public final class SecretMask {

    public static final String HIDDEN = "<hidden>";

    private static final String NAME =
            "[\\w-]*(?:password|passphrase|secret|token(?!_?type)|authorization|api[-_]?key|cookie|signature)[\\w-]*";
    private static final Pattern NAMED = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

    /** {@code "password": "…"} in JSON; {@code password=…} in a map's text, up to the next entry, or in a form. */
    private static final Pattern MEMBER = Pattern.compile(
            "(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*(\")|(\\b" + NAME + "=)[^,}&]+()",
            Pattern.CASE_INSENSITIVE);

    /**
     * What says itself that it is secret: a JSON Web Token (RFC 7519), the credentials of a scheme (RFC 9110, 11.4), the user and
     * password of an address (RFC 3986, 3.2.1).
     */
    private static final Pattern TOKEN = Pattern.compile(
            "\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|(?<=\\b(?:Bearer|Basic) )[\\w~+/.-]{8,}=*|(?<=://)[^/?#@\\s]+(?=@)");

    private SecretMask() {}

    /** Whether a header, a parameter or a member of this name holds a secret. */
    public static boolean named(String name) {
        return NAMED.matcher(name).matches();
    }

    /** A text without the secrets that can be told by their name or their form. */
    public static String hiddenIn(String text) {
        var members = MEMBER.matcher(text).replaceAll(SecretMask::hidden);
        return TOKEN.matcher(members).replaceAll(HIDDEN);
    }

    private static String hidden(MatchResult member) {
        var replaced = member.group(1) == null ? member.group(3) + HIDDEN : member.group(1) + HIDDEN + member.group(2);
        return java.util.regex.Matcher.quoteReplacement(replaced);
    }

    /** The shell variable that stands in for a secret, e.g. {@code REFRESH_TOKEN} for {@code refreshToken}. */
    public static String variable(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("\\W+", "_")
                .toUpperCase(Locale.ROOT);
    }
}
