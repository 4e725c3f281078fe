package dev.treaty.provider.authservice.accounts;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.treaty.provider.service.problems.PlatformProblems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Hashes passwords with Argon2id (RFC 9106), and compares them with stored hashes. */
public final class PasswordHasher {

    /** Times Argon2id, by purpose: "hash" or "compare". */
    static final String TIMER = "auth.password.argon2id";

    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** Runs that may wait for others. Each keeps a thread of the server waiting, which has 250, and all of them wait a few seconds. */
    private static final int MOST_WAITING = 64;

    /** What is compared instead of a password that nobody has because it is too long. */
    private static final Password NOBODYS = new Password("");

    private final Argon2Function argon2id;
    private final SecureRandom random = new SecureRandom();

    /** A run needs memory and a whole core, so running more at a time than there are cores would only cost memory. */
    private final Semaphore runs = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final Timer hashing;
    private final Timer comparing;
    private final PasswordHash unmatchable;

    /** @param cost of new hashes; a stored hash is compared at the cost that it names */
    public PasswordHasher(HashingCost cost, MeterRegistry metrics) {
        argon2id = Argon2Function.getInstance(cost.memoryKib(), cost.passes(), LANES, HASH_BYTES, Argon2.ID);
        hashing = metrics.timer(TIMER, "for", "hash");
        comparing = metrics.timer(TIMER, "for", "compare");
        var unknown = new byte[SALT_BYTES];
        random.nextBytes(unknown);
        unmatchable = hash(unknown);
    }

    /**
     * A new hash with a new salt.
     *
     * @throws dev.treaty.provider.service.problems.Problem 503 {@code too-busy} if very many passwords are to be hashed at the same time
     */
    public PasswordHash hash(Password password) {
        return hash(password.bytes());
    }

    /**
     * Whether a password is the one that was hashed. Without a hash, because the account does not exist, the result is false after the same
     * amount of work; and so it is for a password that is too long to be anybody's.
     *
     * @throws dev.treaty.provider.service.problems.Problem 503 {@code too-busy} if very many passwords are to be hashed at the same time
     */
    public boolean matches(Password password, Optional<PasswordHash> hash) {
        var compared = hash.orElse(unmatchable).text();
        var typed = password.isTooLong() ? NOBODYS : password;
        var same = measured(
                comparing,
                () -> Argon2Function.getInstanceFromHash(compared)
                        .check(typed.bytes(), compared.getBytes(StandardCharsets.US_ASCII)));
        return same && hash.isPresent() && !password.isTooLong();
    }

    private PasswordHash hash(byte[] password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(
                measured(hashing, () -> argon2id.hash(password, salt).getResult()));
    }

    private <T> T measured(Timer timer, Supplier<T> run) {
        if (runs.getQueueLength() >= MOST_WAITING) {
            throw PlatformProblems.tooBusy();
        }
        runs.acquireUninterruptibly();
        try {
            return timer.record(run);
        } finally {
            runs.release();
        }
    }
}
