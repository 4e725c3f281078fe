package dev.treaty.provider.authservice.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign access tokens. They are in the database, shared by all instances of the service, in the form that {@link KeyStorage}
 * gives them.
 *
 * <p>A new key is published before it signs, so that those who cache the published keys have it in time; an old key stays published until
 * the last token it signed has expired by everyone's clock.
 */
public final class SigningKeys {

    /** How long a key signs. */
    public static final Duration TERM = Duration.ofDays(30);

    /** How long a key is published before it signs; longer than anyone may cache the published keys ({@link #CACHED}). */
    public static final Duration PUBLISHED_AHEAD = Duration.ofHours(1);

    /** How long a reader may cache the published keys. */
    public static final Duration CACHED = Duration.ofMinutes(5);

    /** How long the published keys are remembered, so that those who ask for them in quick succession do not keep the database busy. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Identifies the advisory lock under which keys change; an arbitrary number. */
    private static final long LOCK = 0x7472_6561_7479L;

    private final Jdbi jdbi;
    private final KeyStorage storage;
    private final Supplier<RSAKey> generator;
    private final Clock clock;
    private volatile @Nullable Published remembered;

    /** @param until when the database is asked again */
    private record Published(JWKSet keys, Instant until) {}

    /** @param generator makes each new key; {@code RsaKeys::generate} except in tests */
    public SigningKeys(Jdbi jdbi, KeyStorage storage, Supplier<RSAKey> generator, Clock clock) {
        this.jdbi = jdbi;
        this.storage = storage;
        this.generator = generator;
        this.clock = clock;
    }

    /** The key that signs now, with its private half. */
    public RSAKey current() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT private_jwk FROM signing_key WHERE signs_from <= :now
                                ORDER BY signs_from DESC LIMIT 1""")
                .bind("now", clock.instant())
                .map((row, context) -> storage.decode(row.getString(1)))
                .one());
    }

    /** The public halves of all keys that verify tokens, now or soon (RFC 7517). */
    public JWKSet published() {
        var known = remembered;
        var now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            known = new Published(stored(), now.plus(REMEMBERED));
            remembered = known;
        }
        return known.keys();
    }

    private JWKSet stored() {
        var keys = jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT private_jwk FROM signing_key
                                WHERE published_until IS NULL OR published_until > :now
                                ORDER BY signs_from DESC""")
                .bind("now", clock.instant())
                .map((row, context) -> (JWK) storage.decode(row.getString(1)).toPublicJWK())
                .list());
        return new JWKSet(keys);
    }

    /** Makes sure that there is a key and that the next one is published in time; deletes those that no token needs. */
    public void rotate() {
        jdbi.useTransaction(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
            var now = clock.instant();
            handle.execute("DELETE FROM signing_key WHERE published_until <= ?", now);
            var newest = handle.createQuery("SELECT max(signs_from) FROM signing_key")
                    .mapTo(Instant.class)
                    .findOne();
            if (newest.isEmpty()) {
                add(handle, now);
            } else if (!newest.get().plus(TERM).minus(PUBLISHED_AHEAD).isAfter(now)) {
                add(handle, now.plus(PUBLISHED_AHEAD));
            }
        });
        remembered = null;
    }

    private void add(Handle handle, Instant signsFrom) {
        // Twice: an instance whose clock is behind still signs with the old key, and a reader whose clock is behind
        // still
        // accepts the token.
        var lastTokenExpires = signsFrom.plus(AccessToken.LIFETIME).plus(AccessToken.CLOCK_SKEW.multipliedBy(2));
        handle.createUpdate("UPDATE signing_key SET published_until = :until WHERE published_until IS NULL")
                .bind("until", lastTokenExpires)
                .execute();
        var key = generator.get();
        handle.createUpdate("""
                        INSERT INTO signing_key (kid, private_jwk, signs_from) VALUES (:kid, :jwk, :signsFrom)""")
                .bind("kid", key.getKeyID())
                .bind("jwk", storage.encode(key))
                .bind("signsFrom", signsFrom)
                .execute();
        LOG.info("key {} signs access tokens from {}", key.getKeyID(), signsFrom);
    }
}
