package dev.treaty.provider.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Access tokens as auth-service issues them, signed with a key for tests.
 *
 * @param key signs the tokens
 */
public record TestTokens(RSAKey key) {

    /** Signed with the key that most tests use. */
    public static final TestTokens USUAL = new TestTokens(TestKeys.key(0, "usual-key"));

    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

    /** Signed with another key than {@link #USUAL}, under the given key id, which may be the same. */
    public static TestTokens named(String id) {
        return new TestTokens(TestKeys.key(1, id));
    }

    /** The JSON Web Key Set that auth-service publishes when it signs with these keys. */
    public static String published(TestTokens... tokens) {
        return new JWKSet(Stream.of(tokens).<JWK>map(TestTokens::key).toList()).toString(true);
    }

    /** A token that is valid for a quarter of an hour. It is signed once per user, because signing takes 20 ms. */
    public String token(String user) {
        return SIGNED.computeIfAbsent(
                key.getKeyID() + " " + key.hashCode() + " " + user, unsigned -> token(user, claims -> claims));
    }

    /** A token that expired an hour ago. */
    public String expiredToken(String user) {
        return token(
                user, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
    }

    /** A token with other claims than a valid one. */
    public String token(String user, UnaryOperator<JWTClaimsSet.Builder> change) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        return token(header, change.apply(claims(user)).build().toJSONObject());
    }

    /** A token with another header than a valid one. */
    public String token(JWSHeader header, Map<String, Object> claims) {
        try {
            var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a valid token. */
    public static JWTClaimsSet.Builder claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer("https://treaty.dev/services/auth-service")
                .audience("https://treaty.dev/api")
                .subject(user)
                .claim("email", "ada@example.org")
                .claim("name", "Ada Lovelace")
                .expirationTime(Date.from(Instant.now().plusSeconds(900)));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TestTokens[" + key.getKeyID() + "]";
    }
}
