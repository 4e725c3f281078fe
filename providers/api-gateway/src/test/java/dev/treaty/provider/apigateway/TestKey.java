package dev.treaty.provider.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import dev.treaty.consumer.apigateway.auth.KeySet;
import dev.treaty.consumer.apigateway.auth.SigningKey;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.provider.testing.TestKeys;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A key that signs access tokens as auth-service does. */
record TestKey(RSAKey pair) {

    /** What most tests sign with. */
    static final TestKey USUAL = new TestKey(TestKeys.key(0, "usual-key"));

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    /** Another key than {@link #USUAL}, whatever its id. */
    static TestKey named(String id) {
        return new TestKey(TestKeys.key(1, id));
    }

    /** The key set that auth-service publishes when it signs with these. */
    static String published(TestKey... keys) {
        return new JWKSet(Stream.of(keys).<JWK>map(TestKey::pair).toList()).toString(true);
    }

    /** The key set as the gateway's client reads it. */
    static ServiceResponse<KeySet> keySet(TestKey... keys) {
        var signing = Stream.of(keys)
                .map(key -> new SigningKey(
                        key.pair().getKeyID(),
                        "RSA",
                        "RS256",
                        key.pair().getModulus().toString(),
                        key.pair().getPublicExponent().toString()))
                .toList();
        return new ServiceResponse.Success<>(new KeySet(signing, JsonNodeFactory.instance.objectNode()));
    }

    /** A good token, valid for a quarter of an hour; signed once for each user, as signing takes 20 ms. */
    String token(String user) {
        return TOKENS.computeIfAbsent(
                pair.getKeyID() + " " + pair.hashCode() + " " + user, unseen -> token(user, claims -> claims));
    }

    /** A token that was good until an hour ago. */
    String expiredToken(String user) {
        return token(
                user, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
    }

    /** A token that says something else. */
    String token(String user, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(pair.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                change.apply(claims(user)).build().toJSONObject());
    }

    /** What a good token says. */
    static JWTClaimsSet.Builder claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer("https://treaty.dev/services/auth-service")
                .audience("https://treaty.dev/api")
                .subject(user)
                .claim("email", "ada@example.org")
                .claim("name", "Ada Lovelace")
                .expirationTime(Date.from(Instant.now().plusSeconds(900)));
    }

    /** A token with a header of one's own. */
    String token(JWSHeader header, Map<String, Object> claims) {
        try {
            var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(pair));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
