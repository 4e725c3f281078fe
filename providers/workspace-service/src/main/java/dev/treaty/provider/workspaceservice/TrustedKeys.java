package dev.treaty.provider.workspaceservice;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which access tokens are signed: auth-service's JSON Web Key Set (RFC 7517). It is kept for five minutes, asked
 * for again when a token names a key that is not in it, and kept for hours while auth-service is down.
 */
final class TrustedKeys implements JWKSource<SecurityContext> {

    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(4);
    /** Twice in this time at most, so that made-up key ids do not become load on auth-service. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_FOR_ANOTHER_THREAD = Duration.ofSeconds(5);
    private static final int LARGEST_SET = 64 << 10;

    private final JWKSource<SecurityContext> keys;

    private TrustedKeys(JWKSource<SecurityContext> keys) {
        this.keys = keys;
    }

    /** The keys at an address, e.g. {@code http://auth.internal:8081/.well-known/jwks.json}. */
    static TrustedKeys at(URI address) {
        try {
            return new TrustedKeys(JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(),
                            new DefaultResourceRetriever(
                                    (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST_SET))
                    .cache(KEPT.toMillis(), PATIENCE_FOR_ANOTHER_THREAD.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_REQUESTS.toMillis())
                    .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                    .build());
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("""
                    The address of the keys is not one.
                      where: JWKS_URL
                      mend:  name auth-service's key set, e.g. http://127.0.0.1:8081/.well-known/jwks.json""", e);
        }
    }

    /** No keys. */
    static TrustedKeys none() {
        return new TrustedKeys((selector, context) -> List.of());
    }

    /** These keys, and those that provider states sign with. */
    TrustedKeys and(StateTokens tokens) {
        return new TrustedKeys((selector, context) -> {
            var own = selector.select(tokens.publicKeys());
            return own.isEmpty() ? keys.get(selector, context) : own;
        });
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return keys.get(selector, context);
    }

    /** Whether any are known, or answered now. */
    boolean areKnown() {
        try {
            get(ANY, null);
            return true;
        } catch (KeySourceException e) {
            return false;
        }
    }
}
