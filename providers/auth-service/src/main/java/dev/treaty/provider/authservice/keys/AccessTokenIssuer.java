package dev.treaty.provider.authservice.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.treaty.provider.authservice.accounts.User;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Issues access tokens: JWTs (RFC 9068) that anyone with the published keys can verify without calling this service.
 *
 * <p>They have no {@code nbf}, so that a reader whose clock is behind accepts a token at once.
 */
public final class AccessTokenIssuer {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** The client that people sign in through (RFC 8693, section 4.3); nobody else calls this service. */
    private static final String CLIENT = "api-gateway";

    private final SigningKeys keys;
    private final Clock clock;

    public AccessTokenIssuer(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token that identifies the user, signed with the current key. */
    public AccessToken issue(User user) {
        return issued(user, clock.instant());
    }

    /** A token that has already expired, for a provider state. */
    public AccessToken issueExpired(User user) {
        return issued(user, clock.instant().minus(AccessToken.LIFETIME).minus(AccessToken.CLOCK_SKEW.multipliedBy(2)));
    }

    private AccessToken issued(User user, Instant now) {
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(TokenPolicy.PLATFORM.issuer())
                .audience(TokenPolicy.PLATFORM.audience())
                .subject(user.id())
                .claim("client_id", CLIENT)
                .claim("email", user.email())
                .claim("name", user.name())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(AccessToken.LIFETIME)))
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
