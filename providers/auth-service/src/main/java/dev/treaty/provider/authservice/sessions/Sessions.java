package dev.treaty.provider.authservice.sessions;

import dev.treaty.provider.authservice.accounts.User;
import dev.treaty.provider.authservice.accounts.Users;
import dev.treaty.provider.authservice.keys.AccessTokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps people signed in. A session is a family of refresh tokens. Each can be used once and is then replaced by the next; if one is used
 * twice, it was stolen, and the whole family is revoked (RFC 9700, section 4.14.2).
 */
public final class Sessions {

    /** How long an unused refresh token is valid. */
    static final Duration IDLE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Jdbi jdbi;
    private final AccessTokenIssuer accessTokens;
    private final Clock clock;

    public Sessions(Jdbi jdbi, AccessTokenIssuer accessTokens, Clock clock) {
        this.jdbi = jdbi;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    private record Session(UUID id, boolean revoked, User user) {}

    /** Opens a session. */
    public SessionTokens open(User user) {
        var first = RefreshToken.random();
        open(user, first);
        return new SessionTokens(accessTokens.issue(user), first);
    }

    /** Opens a session with the given first refresh token. */
    public void open(User user, RefreshToken first) {
        var id = UUID.randomUUID();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO session (id, user_id, opened_at) VALUES (:id, :user, :now)")
                    .bind("id", id)
                    .bind("user", user.id())
                    .bind("now", clock.instant())
                    .execute();
            add(handle, id, first);
        });
    }

    /**
     * Continues a session with a refresh token, which cannot be used again.
     *
     * @return the next tokens; empty if the token is not valid, for whatever reason
     */
    public Optional<SessionTokens> refresh(RefreshToken token) {
        var next = RefreshToken.random();
        return jdbi.inTransaction(handle -> replaced(handle, token, next))
                .map(session -> new SessionTokens(accessTokens.issue(session.user()), next));
    }

    /** Returns empty instead of throwing, because an exception would roll the revocation back. */
    private Optional<Session> replaced(Handle handle, RefreshToken token, RefreshToken next) {
        var session = locked(handle, token).filter(found -> !found.revoked());
        if (session.isEmpty()) {
            return session;
        }
        if (!use(handle, token)) {
            revokeIfUsed(handle, session.get(), token);
            return Optional.empty();
        }
        add(handle, session.get().id(), next);
        return session;
    }

    /** Ends the session that a refresh token belongs to, if there is one (RFC 7009, section 2.2). */
    public void revoke(RefreshToken token) {
        jdbi.useTransaction(handle -> locked(handle, token).ifPresent(session -> revoke(handle, session)));
    }

    /** Deletes the sessions that have no valid token left. */
    public void deleteExpired() {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        DELETE FROM session WHERE NOT EXISTS (
                            SELECT FROM refresh_token WHERE session_id = session.id AND expires_at > :now)""").bind("now", clock.instant()).execute());
    }

    /** Locks the family, so that of two concurrent uses the second sees what the first did. */
    private static Optional<Session> locked(Handle handle, RefreshToken token) {
        return handle.createQuery("""
                        SELECT session.id AS session_id, revoked_at, registered_user.id, email, name
                        FROM refresh_token
                        JOIN session ON session.id = session_id
                        JOIN registered_user ON registered_user.id = user_id
                        WHERE hash = :hash FOR UPDATE OF session""")
                .bind("hash", token.hash())
                .map((row, context) -> new Session(
                        row.getObject("session_id", UUID.class),
                        row.getTimestamp("revoked_at") != null,
                        Users.user(row)))
                .findOne();
    }

    private boolean use(Handle handle, RefreshToken token) {
        return handle.createUpdate("""
                        UPDATE refresh_token SET used_at = :now
                        WHERE hash = :hash AND used_at IS NULL AND expires_at > :now""")
                        .bind("now", clock.instant())
                        .bind("hash", token.hash())
                        .execute()
                == 1;
    }

    private void revokeIfUsed(Handle handle, Session session, RefreshToken token) {
        var used = handle.createQuery("SELECT used_at IS NOT NULL FROM refresh_token WHERE hash = :hash")
                .bind("hash", token.hash())
                .mapTo(Boolean.class)
                .one();
        if (used) {
            revoke(handle, session);
            LOG.warn(
                    "session {} of user {} is revoked: one of its refresh tokens was used twice",
                    session.id(),
                    session.user().id());
        }
    }

    private void revoke(Handle handle, Session session) {
        handle.createUpdate("UPDATE session SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("now", clock.instant())
                .bind("id", session.id())
                .execute();
    }

    private void add(Handle handle, UUID session, RefreshToken token) {
        handle.createUpdate("""
                        INSERT INTO refresh_token (hash, session_id, expires_at) VALUES (:hash, :session, :expires)""")
                .bind("hash", token.hash())
                .bind("session", session)
                .bind("expires", clock.instant().plus(IDLE))
                .execute();
    }
}
