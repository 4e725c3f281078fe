package dev.treaty.provider.workspaceservice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.treaty.provider.service.Problem;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows a caller by the bearer token (RFC 6750) of the request: an access token (RFC 9068, section 4) that is signed with RS256
 * by a trusted key, comes from the issuer that is expected, is meant for this platform, has not expired, and says whose it is.
 */
final class Callers {

    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final String CHALLENGE = "Bearer realm=\"treaty\"";

    private final TrustedKeys keys;
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    /** @param configuration says who must have issued a token, and for whom */
    Callers(TrustedKeys keys, Configuration configuration) {
        this.keys = keys;
        var issued = new JWTClaimsSet.Builder().issuer(configuration.issuer()).build();
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                configuration.audience(), issued, Set.of("sub", "exp", "iss", "aud"));
        claims.setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
        tokens.setJWTClaimsSetVerifier(claims);
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
    }

    /**
     * The caller.
     *
     * @param authorization the header field's value
     * @throws Problem 401 {@code token-missing}, {@code token-expired} or {@code token-invalid}, or 503
     *     {@code service-unavailable} if there is no key to verify the token with
     */
    Caller of(@Nullable String authorization) {
        if (authorization == null) {
            throw new Problem(401, "token-missing", "The request has no access token")
                    .withHeader("WWW-Authenticate", CHALLENGE);
        }
        var token = BEARER.matcher(authorization.strip());
        if (!token.matches()) {
            throw invalid();
        }
        var claims = verified(token.group(1));
        return new Caller(claims.getSubject(), Optional.ofNullable(email(claims)));
    }

    private JWTClaimsSet verified(String token) {
        try {
            return tokens.process(token, null);
        } catch (ExpiredJWTException e) {
            throw refused("token-expired", "The access token has expired");
        } catch (RateLimitReachedException e) {
            throw keys.areKnown() ? invalid() : unavailable();
        } catch (KeySourceException e) {
            throw unavailable();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw invalid();
        }
    }

    private static @Nullable String email(JWTClaimsSet claims) {
        return claims.getClaim("email") instanceof String email ? email : null;
    }

    private static Problem invalid() {
        return refused("token-invalid", "The access token is not valid");
    }

    private static Problem refused(String slug, String title) {
        return new Problem(401, slug, title).withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }

    private static Problem unavailable() {
        return new Problem(503, "service-unavailable", "Access tokens cannot be verified at the moment")
                .withHeader("Retry-After", "5");
    }
}
