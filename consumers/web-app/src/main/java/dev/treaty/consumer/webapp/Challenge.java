package dev.treaty.consumer.webapp;

import java.util.regex.Pattern;

/**
 * How the gateway wants a caller to authenticate ({@code WWW-Authenticate}: RFC 9110, section 11.6.1, and RFC 6750, section
 * 3), e.g. {@code Bearer realm="treaty", error="invalid_token"}.
 */
record Challenge(String value) {

    private static final Pattern INVALID_TOKEN = Pattern.compile("[ ,]error=\"?invalid_token\"?(,|$)");

    /**
     * The challenge of an answer with status 401.
     *
     * @throws UnexpectedAnswer without one for bearer tokens: then something else than the gateway wants to be signed in to,
     *     a proxy for instance
     */
    static Challenge of(Answer answer) {
        return answer.header("WWW-Authenticate")
                .filter(value -> value.startsWith("Bearer "))
                .map(Challenge::new)
                .orElseThrow(() -> answer.unexpected("without a challenge for bearer tokens"));
    }

    /** Whether the call had a token that has run out, was revoked or never was one. */
    boolean saysTokenIsInvalid() {
        return INVALID_TOKEN.matcher(value).find();
    }
}
