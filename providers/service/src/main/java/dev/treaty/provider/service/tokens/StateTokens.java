package dev.treaty.provider.service.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Access tokens for provider states, signed with a key that never leaves the service. A service trusts that key only if it was started with
 * {@code --provider-states}.
 */
public final class StateTokens implements KeyLookup {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final RSAKey key;
    private final TokenPolicy policy;

    /** @param key signs the tokens */
    public StateTokens(RSAKey key, TokenPolicy policy) {
        this.key = key;
        this.policy = policy;
    }

    /** A token that auth-service could have issued. */
    public String accessToken(TokenUser user, Instant expiry) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(policy.issuer())
                .audience(policy.audience())
                .subject(user.id())
                .expirationTime(Date.from(expiry));
        user.email().ifPresent(email -> claims.claim("email", email));
        user.name().ifPresent(name -> claims.claim("name", name));
        if (!user.roles().isEmpty()) {
            claims.claim("roles", List.copyOf(user.roles()));
        }
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(ACCESS_TOKEN)
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key of 2048 bits signs RS256", e);
        }
        return token.serialize();
    }

    @Override
    public Optional<RSAPublicKey> find(String id) {
        if (!id.equals(key.getKeyID())) {
            return Optional.empty();
        }
        try {
            return Optional.of(key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key has a public half", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StateTokens[" + key.getKeyID() + "]";
    }
}
