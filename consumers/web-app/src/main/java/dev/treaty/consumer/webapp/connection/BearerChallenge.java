package dev.treaty.consumer.webapp.connection;

import java.util.regex.Pattern;

/**
 * How the gateway wants a caller to authenticate ({@code WWW-Authenticate}: RFC 9110, section 11.6.1, and RFC 6750, section
 * 3), e.g. {@code Bearer realm="treaty", error="invalid_token"}.
 */
public record BearerChallenge(String value) {

    private static final Pattern INVALID_TOKEN = Pattern.compile("[ ,]error=\"?invalid_token\"?(,|$)");

    /**
     * The challenge of an answer with status 401.
     *
     * @throws UnexpectedResponse without one for bearer tokens: then something else than the gateway wants to be signed in to,
     *     a proxy for instance
     */
    public static BearerChallenge of(GatewayResponse answer) {
        return answer.header("WWW-Authenticate")
                .filter(value -> value.startsWith("Bearer "))
                .map(BearerChallenge::new)
                .orElseThrow(() -> answer.unexpected("without a challenge for bearer tokens"));
    }

    /** Whether the call had a token that has run out, was revoked or never was one. */
    public boolean saysTokenIsInvalid() {
        return INVALID_TOKEN.matcher(value).find();
    }
}
