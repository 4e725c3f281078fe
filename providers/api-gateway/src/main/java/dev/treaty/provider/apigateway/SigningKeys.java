package dev.treaty.provider.apigateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.treaty.consumer.apigateway.auth.KeySet;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of auth-service, kept for {@link #FRESH} and read again for a key that is not among them; but never again
 * within {@link #PAUSE}, so that tokens with made-up key ids do not become calls to auth-service. While auth-service does not
 * answer, keys are good for {@link #TRUSTED}.
 */
final class SigningKeys {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration TRUSTED = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Instant NEVER = Instant.EPOCH;

    private final Map<String, RSAPublicKey> own;
    private final Function<RequestId, ServiceResponse<KeySet>> source;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), NEVER, NEVER);

    /**
     * Keys of auth-service.
     *
     * @param own by id, keys that are trusted besides, for provider states; otherwise none
     * @param source how auth-service is asked; one caller at a time does
     */
    SigningKeys(Map<String, RSAPublicKey> own, Function<RequestId, ServiceResponse<KeySet>> source, Clock clock) {
        this.own = Map.copyOf(own);
        this.source = source;
        this.clock = clock;
    }

    /**
     * What is known.
     *
     * @param readAt when the keys were read
     * @param askedAt when auth-service was last asked, whether or not it answered
     */
    private record Known(Map<String, RSAPublicKey> keys, Instant readAt, Instant askedAt) {

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(readAt.plus(age));
        }

        boolean mayAskAgain(Instant now) {
            return !now.isBefore(askedAt.plus(PAUSE));
        }
    }

    /**
     * The key of an id; nothing if auth-service has none of that id.
     *
     * @throws KeysUnavailable if it cannot be told, because auth-service does not answer
     */
    Optional<RSAPublicKey> find(String id, RequestId requestId) throws KeysUnavailable {
        if (own.containsKey(id)) {
            return Optional.ofNullable(own.get(id));
        }
        var kept = known;
        var now = clock.instant();
        var isUsable = kept.keys().containsKey(id) && kept.isYoungerThan(TRUSTED, now);
        if (!(isUsable && kept.isYoungerThan(FRESH, now)) && kept.mayAskAgain(now)) {
            readAgain(isUsable, requestId);
        }
        return trusted(id);
    }

    private Optional<RSAPublicKey> trusted(String id) throws KeysUnavailable {
        var current = known;
        if (!current.isYoungerThan(TRUSTED, clock.instant())) {
            throw new KeysUnavailable();
        }
        return Optional.ofNullable(current.keys().get(id));
    }

    /** Whoever has a key to use does not wait for somebody else's reading. */
    private void readAgain(boolean isUsable, RequestId requestId) {
        if (isUsable) {
            if (!reading.tryLock()) {
                return;
            }
        } else {
            reading.lock();
        }
        try {
            if (known.mayAskAgain(clock.instant())) {
                var answer = source.apply(requestId);
                var now = clock.instant();
                known = answer instanceof ServiceResponse.Success<KeySet> success
                        ? new Known(usable(success.value()), now, now)
                        : new Known(known.keys(), known.readAt(), now);
            }
        } finally {
            reading.unlock();
        }
    }

    /** A key that cannot be used is no reason to do without the others. */
    private static Map<String, RSAPublicKey> usable(KeySet set) {
        var usable = new HashMap<String, RSAPublicKey>();
        for (var key : set.keys()) {
            try {
                var parts = new RSAKey.Builder(new Base64URL(key.n()), new Base64URL(key.e())).build();
                usable.put(key.kid(), parts.toRSAPublicKey());
            } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
                LOG.warn("auth-service publishes a key that is none: {}", key.kid());
            }
        }
        return Map.copyOf(usable);
    }
}
