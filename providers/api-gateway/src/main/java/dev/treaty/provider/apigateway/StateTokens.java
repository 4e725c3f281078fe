package dev.treaty.provider.apigateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/**
 * Access tokens for provider states, signed with a key that is made when the gateway starts and never leaves it. The gateway
 * trusts the key only when it is started with {@code --provider-states}.
 */
final class StateTokens {

    private final RSAKey key;
    private final GatewaySettings settings;

    private StateTokens(RSAKey key, GatewaySettings settings) {
        this.key = key;
        this.settings = settings;
    }

    /** @param settings say whose tokens the gateway takes, and for whom */
    static StateTokens generate(GatewaySettings settings) {
        try {
            return new StateTokens(
                    new RSAKeyGenerator(2048).keyID("provider-states").generate(), settings);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /** By id. */
    Map<String, RSAPublicKey> publicKeys() {
        try {
            return Map.of(key.getKeyID(), key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("it was made as an RSA key", e);
        }
    }

    /** A token that auth-service could have made. */
    String accessToken(String user, String email, String name, Instant expiry) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.tokenIssuer())
                .audience(settings.tokenAudience())
                .subject(user)
                .claim("email", email)
                .claim("name", name)
                .expirationTime(Date.from(expiry))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key of 2048 bits signs RS256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StateTokens[" + key.getKeyID() + "]";
    }
}
