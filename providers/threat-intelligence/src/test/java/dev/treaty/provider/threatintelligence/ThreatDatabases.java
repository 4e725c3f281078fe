package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.TestDatabases;
import java.util.Optional;

/** Databases of threat-intelligence, all in one PostgreSQL. */
public final class ThreatDatabases {

    private static final TestDatabases DATABASES =
            new TestDatabases(Database.embedded(), url -> open(url).close());

    private ThreatDatabases() {}

    /** Creates a database with the service's tables and no rows; returns its JDBC URL. */
    static String create() {
        return DATABASES.create();
    }

    /** Creates a database with the service's tables and no rows, and opens it. */
    public static Database open() {
        return open(create());
    }

    private static Database open(String url) {
        return Database.open(ThreatIntelligenceService.NAME, Optional.of(url));
    }
}
