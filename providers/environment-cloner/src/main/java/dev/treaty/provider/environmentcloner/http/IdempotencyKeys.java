package dev.treaty.provider.environmentcloner.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Remembers for a day which clone was started under each idempotency key. Each caller has their own keys. */
public final class IdempotencyKeys {

    private static final Duration RETENTION = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Clock clock;

    public IdempotencyKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Another request with the same key was faster. */
    static final class KeyTaken extends RuntimeException {

        KeyTaken() {
            super("the idempotency key is taken", null, false, false);
        }
    }

    /** What was started under a key. */
    private record Started(String request, String cloneId) {}

    /**
     * The id of the clone that an earlier request with this key started.
     *
     * @throws Problem 422 {@code idempotency-key-reused} if that was a different request
     */
    Optional<String> find(Requester caller, IdempotencyKey key, CloneRequest request) {
        return jdbi.withHandle(handle -> find(handle, caller, key)).map(earlier -> {
            if (!earlier.request().equals(digest(request))) {
                throw PlatformProblems.idempotencyKeyReused()
                        .with("detail", "An earlier request with this key asked for another clone.")
                        .with("instance", "/clones/" + earlier.cloneId())
                        .with("fix", "Send a new key with a new request, and the same key only to repeat one.");
            }
            return earlier.cloneId();
        });
    }

    private Optional<Started> find(Handle handle, Requester caller, IdempotencyKey key) {
        return handle.createQuery("""
                        SELECT request, clone FROM idempotency_key
                        WHERE caller = :caller AND key = :key AND created_at >= :since""")
                .bind("caller", caller.id())
                .bind("key", key.value())
                .bind("since", clock.instant().minus(RETENTION))
                .map((row, context) -> new Started(row.getString("request"), row.getString("clone")))
                .findOne();
    }

    /**
     * Stores a key in the transaction that starts the clone. A concurrent request with the same key waits here until this transaction ends.
     *
     * @throws KeyTaken if another request was faster
     */
    void remember(Handle handle, Requester caller, IdempotencyKey key, CloneRequest request, String clone) {
        deleteExpired(handle);
        var stored = handle.createUpdate("""
                        INSERT INTO idempotency_key (caller, key, request, clone, created_at)
                        VALUES (:caller, :key, :request, :clone, :now) ON CONFLICT DO NOTHING""")
                .bind("caller", caller.id())
                .bind("key", key.value())
                .bind("request", digest(request))
                .bind("clone", clone)
                .bind("now", clock.instant())
                .execute();
        if (stored == 0) {
            throw new KeyTaken();
        }
    }

    private void deleteExpired(Handle handle) {
        handle.createUpdate("DELETE FROM idempotency_key WHERE created_at < :since")
                .bind("since", clock.instant().minus(RETENTION))
                .execute();
    }

    /** Of what the request asks for, however it was spelled. */
    private static String digest(CloneRequest request) {
        var parts = List.of(
                request.source(),
                request.target(),
                request.systems(),
                request.profile(),
                request.backup(),
                request.validate(),
                new TreeMap<>(request.maxAge()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(parts.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
