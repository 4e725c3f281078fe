package dev.treaty.pacts.errors;

import java.util.regex.Pattern;

/** Which headers, cookies, query parameters and fields hold secrets, judged by their names. */
public final class SecretNames {

    /**
     * Matches a part of such a name in any case, e.g. {@code token} in {@code "refreshToken"}; for use inside larger regexes. A token's
     * type ({@code "token_type": "Bearer"}, RFC 6749) is not a secret.
     */
    public static final String REGEX =
            "(?i:authorization|cookie|token(?!_?type)|secret|passw|passphrase|pwd|(?:api|access|auth|private)[-_ ]?key"
                    + "|signature|credential|session)";

    private static final Pattern NAME = Pattern.compile(REGEX);

    private SecretNames() {}

    /** Whether a header, cookie, parameter or field with this name holds a secret. */
    public static boolean contains(String name) {
        return NAME.matcher(name).find();
    }
}
