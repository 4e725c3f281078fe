package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Members in the database. Every statement names the workspace, so that none touches the members of another. */
public final class MemberRows {

    private static final String SELECTED = "SELECT id, email, role, user_id FROM member WHERE workspace = :workspace";

    private MemberRows() {}

    /** @param userId empty until they join */
    record Row(Member member, Optional<String> userId) {}

    /** Makes a user a member from the start. */
    public static void insert(Handle handle, String workspace, Role role, Caller user) {
        handle.createUpdate("""
                        INSERT INTO member (id, workspace, role, email, user_id, joined)
                        VALUES (:id, :workspace, :role, :email, :user, nextval('joining'))""")
                .bind("id", Ids.member())
                .bind("workspace", workspace)
                .bind("role", role.value())
                .bind("email", user.email().orElse(null))
                .bind("user", user.id())
                .execute();
    }

    /**
     * Stores an invitation.
     *
     * @throws Problem 409 {@code already-invited} if a person with this address is a member or invited
     */
    static void insert(Handle handle, Workspace workspace, Member invited) {
        var inserted = handle.createUpdate("""
                        INSERT INTO member (id, workspace, role, email)
                        VALUES (:id, :workspace, :role, :email) ON CONFLICT DO NOTHING""")
                .bind("id", invited.id())
                .bind("workspace", workspace.id())
                .bind("role", invited.role().value())
                .bind("email", invited.email().orElseThrow())
                .execute();
        if (inserted == 0) {
            throw new Problem(409, "already-invited", "This person is already a member or invited");
        }
    }

    static List<Member> all(Handle handle, Workspace workspace) {
        return handle.createQuery(SELECTED + " ORDER BY joined NULLS LAST, lower(email)")
                .bind("workspace", workspace.id())
                .map((row, context) -> row(row).member())
                .list();
    }

    static Optional<Row> find(Handle handle, String workspace, String id) {
        return handle.createQuery(SELECTED + " AND id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    static void join(Handle handle, String workspace, String id, Caller user) {
        handle.createUpdate("""
                        UPDATE member SET user_id = :user, joined = nextval('joining')
                        WHERE workspace = :workspace AND id = :id""")
                .bind("workspace", workspace)
                .bind("id", id)
                .bind("user", user.id())
                .execute();
    }

    static void delete(Handle handle, Workspace workspace, Member member) {
        handle.createUpdate("DELETE FROM member WHERE workspace = :workspace AND id = :id")
                .bind("workspace", workspace.id())
                .bind("id", member.id())
                .execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        var user = Optional.ofNullable(row.getString("user_id"));
        return new Row(
                new Member(
                        row.getString("id"),
                        Optional.ofNullable(row.getString("email")),
                        Role.of(row.getString("role")).orElseThrow(),
                        user.isPresent() ? Member.Status.ACTIVE : Member.Status.INVITED),
                user);
    }
}
