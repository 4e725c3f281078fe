package dev.treaty.provider.workspaceservice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Access tokens for provider states, signed with a key that is made when the service starts and never leaves it. The service
 * trusts the key only when it is started with {@code --provider-states}.
 */
final class StateTokens {

    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Configuration configuration;

    /** @param key signs them */
    StateTokens(RSAKey key, Configuration configuration) {
        this.key = key;
        this.configuration = configuration;
    }

    static StateTokens generate(String keyId, Configuration configuration) {
        try {
            return new StateTokens(new RSAKeyGenerator(KEY_BITS).keyID(keyId).generate(), configuration);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /**
     * A token that auth-service could have made.
     *
     * @param lifetime from now; negative for one that has expired
     */
    String accessToken(Caller caller, Duration lifetime) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(configuration.issuer())
                .audience(configuration.audience())
                .subject(caller.id())
                .expirationTime(Date.from(Instant.now().plus(lifetime)));
        caller.email().ifPresent(email -> claims.claim("email", email));
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
    }

    /** A token of a type that auth-service could not have made, too. */
    String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StateTokens[" + key.getKeyID() + "]";
    }
}
