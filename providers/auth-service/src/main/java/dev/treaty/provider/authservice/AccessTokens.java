package dev.treaty.provider.authservice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Signs access tokens: JWTs (RFC 9068) that whoever has the published keys can verify without asking.
 *
 * <p>There is no {@code nbf}: a token is good at once, also for a reader whose clock is behind.
 */
final class AccessTokens {

    /** Who signs. */
    static final String ISSUER = "https://treaty.dev/services/auth-service";

    /** Who shall accept the tokens: the platform's API, whichever service answers. */
    static final String AUDIENCE = "https://treaty.dev/api";

    /** How long a token is good: as long as a person who lost access keeps it. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of two machines may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** Through whom people sign in (RFC 8693, section 4.3); nobody else calls this service. */
    private static final String CLIENT = "api-gateway";

    private final SigningKeys keys;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token that says who the user is, signed by the key whose turn it is. */
    AccessToken of(User user) {
        return issued(user, clock.instant());
    }

    /** A token that was good once, for a provider state. */
    AccessToken expired(User user) {
        return issued(user, clock.instant().minus(LIFETIME).minus(CLOCK_SKEW.multipliedBy(2)));
    }

    private AccessToken issued(User user, Instant now) {
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.id())
                .claim("client_id", CLIENT)
                .claim("email", user.email())
                .claim("name", user.name())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key of 2048 bits signs RS256", e);
        }
        return new AccessToken(token.serialize());
    }
}
