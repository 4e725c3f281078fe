package dev.treaty.consumer.webapp.connection;

import java.util.regex.Pattern;

/**
 * How the gateway wants a caller to authenticate ({@code WWW-Authenticate}: RFC 9110, section 11.6.1, and RFC 6750, section
 * 3), e.g. {@code Bearer realm="treaty", error="invalid_token"}.
 */
public record BearerChallenge(String value) {

    private static final Pattern INVALID_TOKEN = Pattern.compile("[ ,]error=\"?invalid_token\"?(,|$)");

    /**
     * Reads the challenge from a response with status 401.
     *
     * @throws UnexpectedResponse if there is none for bearer tokens: then it comes from something other than the gateway,
     *     such as a proxy
     */
    public static BearerChallenge of(GatewayResponse response) {
        return response.header("WWW-Authenticate")
                .filter(value -> value.startsWith("Bearer "))
                .map(BearerChallenge::new)
                .orElseThrow(() -> response.unexpected("it has no challenge for bearer tokens"));
    }

    /** Whether the call had a token that has expired, was revoked or is invalid. */
    public boolean saysTokenIsInvalid() {
        return INVALID_TOKEN.matcher(value).find();
    }
}
