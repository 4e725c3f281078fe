package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.TestDatabases;
import java.util.Optional;

/** Databases of workspace-service, all in one PostgreSQL. */
public final class WorkspaceDatabases {

    private static final TestDatabases DATABASES =
            new TestDatabases(Database.embedded(), url -> open(url).close());

    private WorkspaceDatabases() {}

    /** Creates a database with the service's tables and no rows; returns its JDBC URL. */
    static String create() {
        return DATABASES.create();
    }

    /** Creates a database with the service's tables and no rows, and opens it. */
    public static Database open() {
        return open(create());
    }

    /** Opens a database. */
    static Database open(String url) {
        return Database.open(WorkspaceService.NAME, Optional.of(url));
    }
}
