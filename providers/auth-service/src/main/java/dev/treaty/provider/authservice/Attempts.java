package dev.treaty.provider.authservice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts attempts to sign in, in the database, so that all instances of the service know of all of them. An attempt counts
 * before the password is looked at, otherwise a thousand at once would each be the first; a right password takes it back.
 */
final class Attempts {

    private final Jdbi jdbi;
    private final Clock clock;

    Attempts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What attempts are counted by. */
    enum Limit {
        /** Against who guesses the password of one person. */
        ACCOUNT(10),

        /** Against who tries one password with many persons; higher, because many persons may share an address. */
        ADDRESS(100);

        /** How long attempts count. */
        static final Duration WINDOW = Duration.ofMinutes(5);

        private final int most;

        Limit(int most) {
            this.most = most;
        }

        /** How many attempts within {@link #WINDOW} are let pass. */
        int most() {
            return most;
        }

        /** Its name in {@code RateLimit} fields, e.g. {@code "account"}. */
        String policy() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Attempts of one kind are used up. */
    record Exhausted(Limit limit, Duration retryAfter) {}

    /**
     * Counts an attempt.
     *
     * @param address where it comes from, e.g. {@code "192.0.2.7"}; empty if nobody knows
     * @param account whom it is about, whether or not there is such an account
     * @return what is used up; empty if the attempt may go on
     */
    Optional<Exhausted> begin(Optional<String> address, String account) {
        return address.flatMap(known -> count(Limit.ADDRESS, known)).or(() -> count(Limit.ACCOUNT, account));
    }

    /** The password was right: the account has all its attempts again, the address the one that this was. */
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

    /** Gives an account all its attempts again. */
    void forget(String account) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM sign_in_attempts WHERE who = :who")
                .bind("who", who(Limit.ACCOUNT, account))
                .execute());
    }

    /** Uses up an account's attempts. */
    void exhaust(String account) {
        for (var attempt = 0; attempt < Limit.ACCOUNT.most(); attempt++) {
            count(Limit.ACCOUNT, account);
        }
    }

    /** Removes what no longer counts. */
    void tidy() {
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
        return Sha256.of(limit.policy() + " " + who);
    }
}
