package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.util.regex.Pattern;

/** Contracts without secrets: an assistant sends what it reads to whoever runs its model. */
final class HiddenSecrets {

    private static final String HIDDEN = "***";

    /** A member of a JSON object whose name tells of a secret, with a text; group 1 is what is before the text. */
    private static final Pattern MEMBER =
            Pattern.compile("(\"[^\"]{0,80}" + SecretNames.REGEX + "[^\"]{0,80}\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"");

    private HiddenSecrets() {}

    /** A text, e.g. a body. */
    static String in(String text) {
        return SecretValues.replace(MEMBER.matcher(text).replaceAll("$1\"" + HIDDEN + "\""), HIDDEN);
    }

    /** The value of a header or a parameter. */
    static String in(String name, String value) {
        return SecretNames.contains(name) ? HIDDEN : in(value);
    }
}
