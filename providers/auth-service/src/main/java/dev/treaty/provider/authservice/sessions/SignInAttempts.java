package dev.treaty.provider.authservice.sessions;

import dev.treaty.provider.service.http.TrustedProxies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts attempts to sign in, in the database, so that all instances of the service share the counts. An attempt counts before the password
 * is compared, otherwise a thousand simultaneous attempts would each be the first; a right password takes it back.
 */
public final class SignInAttempts {

    private final Jdbi jdbi;
    private final Clock clock;

    public SignInAttempts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What attempts are limited by. */
    public enum Limit {
        /** Against guessing the password of one person. */
        ACCOUNT(10),

        /** Against trying one password with many people; higher, because many people may share an address. */
        ADDRESS(100);

        /** How long attempts count. */
        public static final Duration WINDOW = Duration.ofMinutes(5);

        private final int most;

        Limit(int most) {
            this.most = most;
        }

        /** How many attempts are allowed within {@link #WINDOW}. */
        public int most() {
            return most;
        }

        /** Its name in {@code RateLimit} fields, e.g. {@code "account"}. */
        public String policy() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A limit is used up until the given time has passed. */
    public record Exhausted(Limit limit, Duration retryAfter) {}

    /**
     * Counts an attempt.
     *
     * @param address the client's, e.g. {@code "192.0.2.7"}; empty if unknown. All addresses of a network of IPv6 count as one
     * @param account the e-mail address, whether or not there is such an account
     * @return the limit that is used up; empty if the attempt may proceed
     */
    Optional<Exhausted> begin(Optional<String> address, String account) {
        return address.flatMap(known -> count(Limit.ADDRESS, known)).or(() -> count(Limit.ACCOUNT, account));
    }

    /** The password was right: gives the account all its attempts back, and the address this one. */
    void succeeded(Optional<String> address, String account) {
        forget(account);
        address.ifPresent(this::takeBack);
    }

    private void takeBack(String address) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE sign_in_attempts SET made = made - 1 WHERE who = :who AND made > 0")
                .bind("who", who(Limit.ADDRESS, address))
                .execute());
    }

    /** Gives an account all its attempts back. */
    public void forget(String account) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM sign_in_attempts WHERE who = :who")
                .bind("who", who(Limit.ACCOUNT, account))
                .execute());
    }

    /** Uses up an account's attempts. */
    public void exhaust(String account) {
        for (var attempt = 0; attempt < Limit.ACCOUNT.most(); attempt++) {
            count(Limit.ACCOUNT, account);
        }
    }

    /** Deletes counts that no longer matter. */
    public void deleteExpired() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM sign_in_attempts WHERE window_ends <= :now")
                .bind("now", clock.instant())
                .execute());
    }

    private Optional<Exhausted> count(Limit limit, String who) {
        var now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                                INSERT INTO sign_in_attempts AS known (who, made, window_ends) VALUES (:who, 1, :ends)
                                ON CONFLICT (who) DO UPDATE SET
                                    made = CASE WHEN known.window_ends <= :now THEN 1
                                                ELSE least(known.made, :most) + 1 END,
                                    window_ends = CASE WHEN known.window_ends <= :now THEN excluded.window_ends
                                                       ELSE known.window_ends END
                                RETURNING made, window_ends""")
                .bind("who", who(limit, who))
                .bind("now", now)
                .bind("ends", now.plus(Limit.WINDOW))
                .bind("most", limit.most())
                .map((row, context) -> new Window(
                        row.getInt("made"), row.getTimestamp("window_ends").toInstant()))
                .findOne()
                .filter(window -> window.made() > limit.most())
                .map(window -> new Exhausted(limit, Duration.between(now, window.ends()))));
    }

    private record Window(int made, Instant ends) {}

    private static byte[] who(Limit limit, String who) {
        return Sha256.of(limit.policy() + " " + (limit == Limit.ADDRESS ? TrustedProxies.countedBy(who) : who));
    }
}
