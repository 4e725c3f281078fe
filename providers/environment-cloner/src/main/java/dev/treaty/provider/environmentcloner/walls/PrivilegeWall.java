package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.databases.WritePrivileges;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.SourceIsNotReadOnly;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import java.sql.Connection;
import java.sql.SQLException;

/** The third wall: a source is read by a role that can write nothing there. */
public final class PrivilegeWall implements Wall {

    private static final int MOST_NAMED = 3;

    @Override
    public void admitReader(Environment source, Connection database) throws SQLException {
        var privileges = WritePrivileges.of(database);
        if (!privileges.isEmpty()) {
            var named = String.join(", ", privileges.subList(0, Math.min(MOST_NAMED, privileges.size())));
            var more = privileges.size() - MOST_NAMED;
            throw new SourceIsNotReadOnly(
                    WallName.SOURCE_PRIVILEGES,
                    source.id(),
                    "The role that reads %s could write: %s%s."
                            .formatted(source.id(), named, more > 0 ? " and %d more".formatted(more) : ""),
                    "the role in the database of " + source.id(),
                    "revoke these privileges, or configure a role that has only SELECT, e.g. as a member of pg_read_all_data");
        }
    }
}
