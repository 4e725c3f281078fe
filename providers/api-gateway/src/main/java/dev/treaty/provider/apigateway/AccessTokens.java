package dev.treaty.provider.apigateway;

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
import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.consumer.apigateway.http.RequestId;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/**
 * Tells whose an access token is (RFC 9068, section 4), by auth-service's keys: it must be one, signed by auth-service, for this
 * platform, and not expired.
 *
 * <p>Only RS256 is accepted, whatever a token says of itself (RFC 8725, section 3.1). Clocks may differ by
 * {@value #CLOCK_SKEW} seconds.
 */
final class AccessTokens {

    private static final int CLOCK_SKEW = 30;
    private static final Set<JOSEObjectType> TYPES =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final SigningKeys keys;
    private final Claims claims;

    /** @param settings say whose tokens are taken, and for whom */
    AccessTokens(SigningKeys keys, GatewaySettings settings, Clock clock) {
        this.keys = keys;
        this.claims = new Claims(settings, clock);
    }

    /**
     * Whose a token is.
     *
     * @throws BadToken if it is nobody's
     * @throws KeysUnavailable if it cannot be told
     */
    SignedIn verify(String token, RequestId requestId) throws BadToken, KeysUnavailable {
        try {
            var signed = SignedJWT.parse(token);
            checkSignature(signed, requestId);
            var claimed = signed.getJWTClaimsSet();
            claims.verify(claimed, null);
            return new SignedIn(
                    required(claimed, "sub"),
                    required(claimed, "email"),
                    required(claimed, "name"),
                    new AccessToken(token));
        } catch (ExpiredJWTException e) {
            throw new BadToken(true);
        } catch (ParseException | JOSEException | BadJWTException | IllegalArgumentException e) {
            throw new BadToken(false);
        }
    }

    private void checkSignature(SignedJWT token, RequestId requestId) throws BadToken, KeysUnavailable, JOSEException {
        var header = token.getHeader();
        var isExpected = JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && header.getKeyID() != null
                && header.getType() != null
                && TYPES.contains(header.getType());
        if (!isExpected) {
            throw new BadToken(false);
        }
        var key = keys.find(header.getKeyID(), requestId).orElseThrow(() -> new BadToken(false));
        if (!token.verify(new RSASSAVerifier(key))) {
            throw new BadToken(false);
        }
    }

    private static String required(JWTClaimsSet claims, String name) throws ParseException, BadToken {
        var value = claims.getStringClaim(name);
        if (value == null || value.isEmpty()) {
            throw new BadToken(false);
        }
        return value;
    }

    /** A token that is good for nothing. Why is not told, but that it was good once. */
    static final class BadToken extends Exception {

        private final boolean expired;

        BadToken(boolean expired) {
            super("a token is not good", null, false, false);
            this.expired = expired;
        }

        boolean isExpired() {
            return expired;
        }
    }

    /** What a token must say, and when. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(GatewaySettings settings, Clock clock) {
            super(
                    settings.tokenAudience(),
                    new JWTClaimsSet.Builder().issuer(settings.tokenIssuer()).build(),
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
