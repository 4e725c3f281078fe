package dev.treaty.provider.service.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whose an access token is (RFC 9068, section 4): it must be signed by a known key, come from the expected issuer, be meant for the
 * expected audience, and not have expired.
 *
 * <p>Only RS256 is accepted, whatever a token claims (RFC 8725, section 3.1). Clocks may differ by {@value #CLOCK_SKEW} seconds.
 */
public final class AccessTokenVerifier {

    private static final int CLOCK_SKEW = 30;

    /** What auth-service signs for another purpose, such as an identity token, is not an access token (RFC 8725, section 3.11). */
    private static final Set<JOSEObjectType> TYPES =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final ClaimsVerifier claims;

    /** @param clock decides whether a token has expired */
    public AccessTokenVerifier(TokenPolicy policy, Clock clock) {
        this.claims = new ClaimsVerifier(policy, clock);
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidToken if it identifies nobody
     * @throws KeysUnavailable if its key can be looked up by nobody now
     */
    public TokenUser verify(String token, KeyLookup keys) throws InvalidToken, KeysUnavailable {
        try {
            var signed = SignedJWT.parse(token);
            verifySignature(signed, keys);
            var claimed = signed.getJWTClaimsSet();
            claims.verify(claimed, null);
            return user(claimed);
        } catch (ExpiredJWTException e) {
            throw new InvalidToken(true);
        } catch (ParseException | JOSEException | BadJWTException | IllegalArgumentException e) {
            throw new InvalidToken(false);
        }
    }

    private static void verifySignature(SignedJWT token, KeyLookup keys)
            throws InvalidToken, KeysUnavailable, JOSEException {
        var header = token.getHeader();
        var isExpected = JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && header.getKeyID() != null
                && header.getType() != null
                && TYPES.contains(header.getType());
        if (!isExpected) {
            throw new InvalidToken(false);
        }
        var key = keys.find(header.getKeyID()).orElseThrow(() -> new InvalidToken(false));
        if (!token.verify(new RSASSAVerifier(key))) {
            throw new InvalidToken(false);
        }
    }

    private static TokenUser user(JWTClaimsSet claims) throws InvalidToken {
        return new TokenUser(
                text(claims, "sub").orElseThrow(() -> new InvalidToken(false)),
                text(claims, "email"),
                text(claims, "name"),
                texts(claims, "roles"));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** What is not a text in a list is nothing: a token never says more than it clearly does. */
    private static Set<String> texts(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof Collection<?> several
                ? several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        ClaimsVerifier(TokenPolicy policy, Clock clock) {
            super(
                    policy.audience(),
                    new JWTClaimsSet.Builder().issuer(policy.issuer()).build(),
                    Set.of("sub", "exp", "iss", "aud"));
            this.clock = clock;
            setMaxClockSkew(CLOCK_SKEW);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
