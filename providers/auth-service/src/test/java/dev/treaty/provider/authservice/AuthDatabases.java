package dev.treaty.provider.authservice;

import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.TestDatabases;
import java.util.Optional;

/** Databases of auth-service, all in one PostgreSQL. */
final class AuthDatabases {

    private static final TestDatabases DATABASES = new TestDatabases(
            Database.embedded(),
            url -> Database.open(AuthService.NAME, Optional.of(url)).close());

    private AuthDatabases() {}

    /** Creates a database with the service's tables and no rows; returns its JDBC URL. */
    static String create() {
        return DATABASES.create();
    }
}
