package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.databases.MissingRights;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.RoleLacksRights;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds out before a clone begins what its roles could not do when it is half done. */
public final class RoleRights {

    private RoleRights() {}

    /**
     * Returns if the role of a connection can read all of a source.
     *
     * @throws RoleLacksRights if not
     */
    public static void requireReading(Environment source, Connection database) throws SQLException {
        var missing = MissingRights.toRead(database);
        if (!missing.isEmpty()) {
            throw RoleLacksRights.ofReader(source.id(), missing);
        }
    }

    /**
     * Returns if the role of a connection can put another database in the place of a target.
     *
     * @throws RoleLacksRights if not
     */
    public static void requireReplacing(Environment target, Connection database) throws SQLException {
        var missing = MissingRights.toReplace(database);
        if (!missing.isEmpty()) {
            throw RoleLacksRights.ofWriter(target.id(), missing);
        }
    }

    /**
     * Returns if the role of a connection can write all of a target into a file.
     *
     * @throws RoleLacksRights if not
     */
    static void requireKeeping(Environment target, Connection database) throws SQLException {
        var missing = MissingRights.toRead(database);
        if (!missing.isEmpty()) {
            throw RoleLacksRights.ofKeeper(target.id(), missing);
        }
    }
}
