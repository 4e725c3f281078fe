package dev.treaty.provider.service.tokens;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The access token of a request (RFC 6750, section 2.1); never shown.
 *
 * @param text as it came, not yet verified
 */
public record BearerToken(String text) {

    /** How long a caller should wait before it tries again when the keys are unavailable, in seconds. */
    private static final long RETRY_AFTER = KeySetCache.PAUSE.toSeconds();

    /** The scheme is compared without regard to case (RFC 9110, section 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    /**
     * The token in an {@code Authorization} field.
     *
     * @throws Problem 401 {@code token-missing} if there is no field, {@code token-invalid} if it holds something else
     */
    public static BearerToken of(Optional<String> authorization) {
        var bearer = BEARER.matcher(
                authorization.orElseThrow(PlatformProblems::tokenMissing).strip());
        if (!bearer.matches()) {
            throw PlatformProblems.tokenInvalid();
        }
        return new BearerToken(bearer.group(1));
    }

    /**
     * The person whom the token identifies.
     *
     * @throws Problem 401 {@code token-expired} or {@code token-invalid}, or 503 {@code service-unavailable} if it cannot be verified now
     */
    public TokenUser verified(AccessTokenVerifier verifier, KeyLookup keys) {
        try {
            return verifier.verify(text, keys);
        } catch (InvalidToken e) {
            throw e.isExpired() ? PlatformProblems.tokenExpired() : PlatformProblems.tokenInvalid();
        } catch (KeysUnavailable e) {
            throw PlatformProblems.serviceUnavailable(String.valueOf(RETRY_AFTER));
        }
    }

    @Override
    public String toString() {
        return "BearerToken";
    }
}
