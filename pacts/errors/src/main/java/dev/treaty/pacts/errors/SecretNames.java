package dev.treaty.pacts.errors;

import java.util.regex.Pattern;

/**
 * Which headers, cookies, query parameters and fields hold secrets, judged by their names. The only list of them; what a value looks like
 * is {@link SecretValues}.
 */
public final class SecretNames {

    /** Parts of longer names, e.g. {@code token} in {@code "refreshToken"}. A token's type (RFC 6749, section 5.1) is not a secret. */
    private static final String PARTS =
            "(?i:authorization|cookie|token(?!_?type)|secret|passw|passphrase|passcode|pwd|(?:api|access|account|auth|encryption|license|master|private|secret|shared|signing|subscription|webhook)[-_."
                    + " ]?key|(?:access|security|verification|one[-_ ]?time)[-_"
                    + " ]?code|code[-_]?verifier|client[-_]?assertion"
                    + "|signature|credential|session|sess[-_]?id|connect\\.sid|csrf|xsrf|hmac)";

    /** Words of their own, because they are parts of ordinary words, too. */
    private static final String WORDS = "auth|bearer|cvc|cvv|jwt|mfa|otp|pass|pin|sig|ssn|totp";

    private static final String CAPITALIZED = "Auth|Bearer|Cvc|Cvv|Jwt|Mfa|Otp|Pin|Sig|Ssn|Totp";

    /** Matches a part of such a name in any case; for use inside larger regexes. */
    public static final String REGEX =
            "(?:" + PARTS + "|(?<![A-Za-z])(?i:" + WORDS + ")(?![a-z])|(?<=[a-z])(?:" + CAPITALIZED + ")(?![a-z]))";

    private static final Pattern NAME = Pattern.compile(REGEX);

    private SecretNames() {}

    /** Whether a header, cookie, parameter or field with this name holds a secret. */
    public static boolean contains(String name) {
        return NAME.matcher(name).find();
    }
}
