package dev.treaty.provider.service.tokens;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps auth-service's public keys for {@link #FRESH}, and fetches them again when a token names a key that is not among them; but never
 * again within {@link #PAUSE}, so that tokens with made-up key ids do not become calls to auth-service. During an outage of auth-service,
 * the keys stay valid for {@link #TRUSTED}.
 */
public final class KeySetCache {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration TRUSTED = Duration.ofHours(1);

    /**
     * How many threads may wait for keys that are fetched again. The server has 250, and tokens with made-up key ids must not keep them all.
     * Before there are any keys, all may wait, because without them nobody can be served: a service that has just started must not refuse its
     * first thousand callers.
     */
    static final int MOST_WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(KeySetCache.class);
    private static final Instant NEVER = Instant.EPOCH;

    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), NEVER, NEVER);

    /** Starts empty. */
    public KeySetCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is known.
     *
     * @param fetchedAt when the keys were fetched
     * @param triedAt when auth-service was last called, whether or not it responded
     */
    private record Snapshot(Map<String, RSAPublicKey> keys, Instant fetchedAt, Instant triedAt) {

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(fetchedAt.plus(age));
        }

        boolean mayTryAgain(Instant now) {
            return !now.isBefore(triedAt.plus(PAUSE));
        }
    }

    /**
     * The key with an id; empty if auth-service has no such key.
     *
     * @param source called by one thread at a time, and only if it has to be
     * @throws KeysUnavailable if auth-service has not responded for too long to say
     */
    public Optional<RSAPublicKey> find(String id, KeySetSource source) throws KeysUnavailable {
        var known = snapshot;
        var now = clock.instant();
        var isUsable = known.keys().containsKey(id) && known.isYoungerThan(TRUSTED, now);
        if (!(isUsable && known.isYoungerThan(FRESH, now)) && known.mayTryAgain(now)) {
            fetchAgain(isUsable, source);
        }
        return trusted(id);
    }

    private Optional<RSAPublicKey> trusted(String id) throws KeysUnavailable {
        var current = snapshot;
        if (!current.isYoungerThan(TRUSTED, clock.instant())) {
            throw new KeysUnavailable();
        }
        return Optional.ofNullable(current.keys().get(id));
    }

    /** A thread that has a usable key does not wait for another thread's call. */
    private void fetchAgain(boolean isUsable, KeySetSource source) throws KeysUnavailable {
        if (isUsable) {
            if (!fetching.tryLock()) {
                return;
            }
        } else if (!snapshot.keys().isEmpty() && fetching.getQueueLength() >= MOST_WAITING) {
            throw new KeysUnavailable();
        } else {
            fetching.lock();
        }
        try {
            if (snapshot.mayTryAgain(clock.instant())) {
                var fetched = source.fetch();
                var now = clock.instant();
                snapshot = fetched.map(keys -> new Snapshot(parsed(keys), now, now))
                        .orElseGet(() -> new Snapshot(snapshot.keys(), snapshot.fetchedAt(), now));
            }
        } finally {
            fetching.unlock();
        }
    }

    /** One malformed key is no reason to do without the others. */
    private static Map<String, RSAPublicKey> parsed(List<PublishedKey> published) {
        var keys = new HashMap<String, RSAPublicKey>();
        for (var key : published) {
            key.parsed()
                    .ifPresentOrElse(
                            parsed -> keys.put(key.id(), parsed),
                            () -> LOG.warn("auth-service publishes a malformed key: {}", key.id()));
        }
        return Map.copyOf(keys);
    }
}
