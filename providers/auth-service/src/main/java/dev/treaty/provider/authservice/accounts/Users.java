package dev.treaty.provider.authservice.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The registered users, in the database. */
public final class Users {

    private final Jdbi jdbi;
    private final Clock clock;

    public Users(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A user and the hash of their password. */
    public record Account(User user, PasswordHash password) {}

    /** A new id. */
    public static String newId() {
        return "usr_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Adds a user and the event about it, or neither.
     *
     * @return false if the address is taken
     */
    public boolean add(User user, EmailAddress email, PasswordHash password) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return jdbi.inTransaction(handle -> {
            var added = handle.createUpdate("""
                            INSERT INTO registered_user (id, email, compared_email, name, password_hash, registered_at)
                            VALUES (:id, :email, :compared, :name, :hash, :now)
                            ON CONFLICT (compared_email) DO NOTHING""")
                    .bind("id", user.id())
                    .bind("email", user.email())
                    .bind("compared", email.compared())
                    .bind("name", user.name())
                    .bind("hash", password.text())
                    .bind("now", now)
                    .execute();
            if (added == 1) {
                RegistrationOutbox.add(handle, new UserRegistered(UUID.randomUUID(), now, user));
            }
            return added == 1;
        });
    }

    /** The user with an e-mail address. */
    public Optional<Account> withEmail(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, email, name, password_hash FROM registered_user
                                WHERE compared_email = :compared""")
                .bind("compared", email.compared())
                .map((row, context) -> new Account(user(row), new PasswordHash(row.getString("password_hash"))))
                .findOne());
    }

    /** The user with an id. */
    public Optional<User> withId(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id, email, name FROM registered_user WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> user(row))
                        .findOne());
    }

    /** Removes a user with all their sessions, and the events about them. */
    public void remove(User user) {
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM outbox WHERE subject = ?", user.id());
            handle.execute("DELETE FROM registered_user WHERE id = ?", user.id());
        });
    }

    /** Reads a row of the table. */
    public static User user(ResultSet row) throws SQLException {
        return new User(row.getString("id"), row.getString("email"), row.getString("name"));
    }
}
