package dev.treaty.provider.authservice;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/** Reads tokens as the gateway does: with the published keys and its own clock. */
final class TokenReader {

    private TokenReader() {}

    static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    /**
     * A token's claims.
     *
     * @param keys the published JWK set
     * @param now by the reader's clock
     * @throws BadJOSEException if the token is not valid
     */
    static JWTClaimsSet verified(String token, String keys, Instant now) throws Exception {
        var published = new ImmutableJWKSet<>(JWKSet.parse(keys));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, published));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        TokenPolicy.PLATFORM.audience(),
                        new JWTClaimsSet.Builder()
                                .issuer(TokenPolicy.PLATFORM.issuer())
                                .build(),
                        Set.of("sub", "exp", "iat", "jti", "client_id")) {
                    {
                        setMaxClockSkew(0);
                    }

                    @Override
                    protected Date currentTime() {
                        return Date.from(now);
                    }
                });
        return processor.process(token, null);
    }
}
