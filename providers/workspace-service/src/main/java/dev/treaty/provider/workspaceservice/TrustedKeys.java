package dev.treaty.provider.workspaceservice;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.treaty.provider.service.CannotStart;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier source;

    private TrustedKeys(JWKSource<SecurityContext> keys, BooleanSupplier source) {
        this.keys = keys;
        this.source = source;
    }

    /**
     * The keys at an address.
     *
     * @param address e.g. {@code http://auth.internal:8081/.well-known/jwks.json}
     */
    static TrustedKeys at(URI address) {
        var retriever = new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST_SET);
        var url = url(address);
        var kept = JWKSourceBuilder.<SecurityContext>create(url, retriever)
                .cache(KEPT.toMillis(), PATIENCE_FOR_ANOTHER_THREAD.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_REQUESTS.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
        return new TrustedKeys(kept, () -> answers(retriever, url));
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The address of the keys is not one.",
                    "JWKS_URL",
                    "name auth-service's key set, e.g. http://127.0.0.1:8081/.well-known/jwks.json");
        }
    }

    private static boolean answers(DefaultResourceRetriever retriever, URL url) {
        try {
            return !retriever.retrieveResource(url).getContent().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** No keys. */
    static TrustedKeys none() {
        return new TrustedKeys((selector, context) -> List.of(), () -> true);
    }

    /** These keys, and those that provider states sign with. */
    TrustedKeys and(StateTokens tokens) {
        return new TrustedKeys(
                (selector, context) -> {
                    var own = selector.select(tokens.publicKeys());
                    return own.isEmpty() ? keys.get(selector, context) : own;
                },
                source);
    }

    /** Whether auth-service answers its keys now, whatever is kept of them. */
    boolean answer() {
        return source.getAsBoolean();
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
